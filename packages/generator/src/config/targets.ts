/** Every built-in target, in the order they build on each other. */
export const TARGET_NAMES = [
  "schemas",
  "validators",
  "operations",
  "client",
  "server-stubs",
] as const;

export type TargetName = (typeof TARGET_NAMES)[number];

/** What the output of a target imports, transitively; without it, it would not compile. */
export const TARGET_NEEDS: Readonly<Record<TargetName, readonly TargetName[]>> = {
  schemas: [],
  validators: ["schemas"],
  operations: ["schemas"],
  client: ["schemas", "operations"],
  "server-stubs": ["schemas", "validators", "operations"],
};

export function isTargetName(name: string): name is TargetName {
  return TARGET_NAMES.some((known) => known === name);
}

/** `names` and all that they need, in the order of `TARGET_NAMES`. */
export function withNeeds(names: readonly TargetName[]): TargetName[] {
  const wanted = new Set(names.flatMap((name) => [name, ...TARGET_NEEDS[name]]));
  return TARGET_NAMES.filter((name) => wanted.has(name));
}
