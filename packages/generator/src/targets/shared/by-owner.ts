import type { NamedSchema, Owner } from "../../model/api-model.ts";

/** Schemas by the resource in whose file they are printed, owners sorted. */
export function byOwner(schemas: readonly NamedSchema[]): [Owner, NamedSchema[]][] {
  const owners = new Map<string, NamedSchema[]>();
  for (const schema of schemas) {
    const own = owners.get(schema.owner);
    if (own) own.push(schema);
    else owners.set(schema.owner, [schema]);
  }
  return [...owners].sort(([a], [b]) => (a < b ? -1 : 1));
}
