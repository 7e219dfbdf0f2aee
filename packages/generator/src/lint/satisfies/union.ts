import type { UnionSchema } from "../../model/api-model.ts";
import { expected } from "./issue.ts";
import type { Issue } from "./issue.ts";
import type { Check } from "./satisfies.ts";

/**
 * One variant must match. That no second one does is not asked: what tells two variants apart may be a keyword or a
 * format that nothing here looks at.
 */
export function checkUnion(
  value: unknown,
  schema: UnionSchema,
  pointer: string,
  check: Check,
): readonly Issue[] {
  const told = byDiscriminator(value, schema, pointer, check);
  if (told) return told;
  const all = schema.variants.map((variant) => check(value, variant, pointer));
  if (all.some((issues) => issues.length === 0)) return [];
  // What it finds inside of the value is said of a variant of the value's kind.
  const inside = all.filter((issues) => issues.every((issue) => issue.pointer !== pointer));
  return (
    closest(inside) ?? closest(all) ?? expected(pointer, `one of ${all.length} alternatives`, value)
  );
}

/** @returns `undefined` when the value does not say which variant it is. */
function byDiscriminator(
  value: unknown,
  { discriminator, nullable }: UnionSchema,
  pointer: string,
  check: Check,
): readonly Issue[] | undefined {
  if (!discriminator || typeof value !== "object" || value === null) return undefined;
  const { property, mapping } = discriminator;
  const tag: unknown = Object.getOwnPropertyDescriptor(value, property)?.value;
  const mapped = mapping.find((entry) => entry.value === tag);
  if (mapped) {
    const reference = { kind: "reference", schema: mapped.schema, nullable, docs: {} } as const;
    return check(value, reference, pointer);
  }
  return undefined;
}

// What is wrong with the variant that was meant says more than that none of them matches.
function closest(all: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  if (all.length === 0) return undefined;
  const fewest = Math.min(...all.map((issues) => issues.length));
  const [best, ...others] = all.filter((issues) => issues.length === fewest);
  return others.length === 0 ? best : undefined;
}
