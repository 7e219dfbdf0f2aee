import type { ObjectSchema, Property, Schema } from "../../model/api-model.ts";
import { expandingSchemas, leads, type Part, partsOf } from "./expanding.ts";
import { propertyKey } from "./literals.ts";
import type { TypeContext } from "./type-text.ts";

/** What a call may ask for in one property. */
export interface ExpandsEntry {
  /** As it stands in front of the colon. */
  readonly key: string;
  /** `Expandable` or `Holding`. */
  readonly kind: "Expandable" | "Holding";
  /** What may be asked for in there, as types. */
  readonly inside: readonly string[];
}

/** What a call may ask for in an object, by property. */
export function expandsEntries(
  { properties }: ObjectSchema,
  context: TypeContext,
): readonly ExpandsEntry[] {
  return properties
    .filter(({ absent }) => !absent)
    .flatMap((property) => entryOf(property, context) ?? []);
}

function entryOf(property: Property, context: TypeContext): ExpandsEntry | undefined {
  const isId = property.expandable && partsOf(property.schema, context.schemas).length > 0;
  const inside = insideOf(property.schema, context);
  if (!isId && inside.length === 0) return undefined;
  return {
    key: propertyKey(property.name),
    kind: isId ? "Expandable" : "Holding",
    inside,
  };
}

/** The types of what may be asked for in the values of a schema; empty where that is nothing. */
export function insideOf(schema: Schema, context: TypeContext): readonly string[] {
  const { schemas } = context;
  const found = expandingSchemas(schemas);
  const parts = partsOf(schema, schemas).filter((part) => leads(part, found, schemas));
  return [...new Set(parts.map((part) => partText(part, context)))];
}

function partText(part: Part, context: TypeContext): string {
  const { names, imports, schemas } = context;
  if (part.id === undefined) {
    const entries = expandsEntries(part.object, context).map(
      (entry) => `${entry.key}: ${entryText(entry, context)}`,
    );
    return `{ ${entries.join("; ")} }`;
  }
  const owner = schemas.get(part.id)?.owner ?? "shared";
  const path = names.schemaFile(owner);
  return imports.type(names.expands(part.id), { target: "schemas", path });
}

/** How many types an entry takes; more stand together in the last. */
const MOST = 5;

/** `Expandable<CustomerExpands>` */
function entryText({ kind, inside }: ExpandsEntry, { imports }: TypeContext): string {
  const name = imports.runtimeType(kind);
  return inside.length === 0 ? name : `${name}<${entryArguments(inside).join(", ")}>`;
}

function entryArguments(inside: readonly string[]): readonly string[] {
  const others = inside.slice(MOST - 1);
  return others.length < 2 ? inside : [...inside.slice(0, MOST - 1), others.join(" & ")];
}

/** An entry as it stands in an interface, broken where it is long. */
export function entryLine(entry: ExpandsEntry, context: TypeContext): string {
  const type = entryText(entry, context);
  const isLong = `  ${entry.key}: ${type};`.length > 100;
  // Prettier leaves a single argument where it is.
  if (!isLong || entry.inside.length < 2) return type;
  const lines = entryArguments(entry.inside).map((one) => `    ${one}`);
  return `${entry.kind}<\n${lines.join(",\n")}\n  >`;
}
