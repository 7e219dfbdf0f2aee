import type { Operation } from "@specwright/generator/reading";
import type { Collection, ParentStep } from "./api-plan.ts";
import { joined, plainName, singularName } from "./paths.ts";
import type { Reading, Readings } from "./reading.ts";

/** What a handler calls a path parameter. */
export function keyOf({ parameters }: Operation, name: string): string {
  return (
    parameters.find((parameter) => parameter.in === "path" && parameter.name === name)?.key ?? name
  );
}

/** Fewer operations tell nothing. */
const ENOUGH = 20;

/** Collections that most paths of an API lead through: the account of the caller, which is there before the first call. */
export function tenantsOf(readings: Readings): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { parts } of readings.all) {
    const [first] = parts.parameters;
    if (!first || first.at >= parts.segments.length - 1) continue;
    const collection = readings.collection(joined(parts.segments.slice(0, first.at)));
    counts.set(collection, (counts.get(collection) ?? 0) + 1);
  }
  const most = Math.max(ENOUGH, readings.all.length / 2);
  return new Set([...counts].filter(([, count]) => count > most).map(([id]) => id));
}

/** The objects on the way to the one that an operation is about. */
export function parentSteps(
  { operation, parts }: Reading,
  idAt: number | undefined,
  readings: Readings,
  collections: ReadonlyMap<string, Collection>,
  tenants: ReadonlySet<string>,
): ParentStep[] {
  return parts.parameters
    .filter(({ at }) => idAt === undefined || at < idAt)
    .map(({ name, at }) => {
      const path = joined(parts.segments.slice(0, at));
      const noun = parts.segments[at - 1] ?? name;
      const collection = collections.get(readings.collection(path));
      const singular = singularName(noun);
      return {
        key: keyOf(operation, name),
        properties: [...new Set([plainName(name), singular, `${singular}id`])].filter(
          (word) => word !== "id",
        ),
        ...(collection?.hasItems && !tenants.has(collection.id) && { collection: collection.id }),
      };
    });
}
