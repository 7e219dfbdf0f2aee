/** Every built-in target, in the order they build on each other. */
export const TARGET_NAMES = [
  "schemas",
  "validators",
  "operations",
  "client",
  "server-stubs",
] as const;

export type TargetName = (typeof TARGET_NAMES)[number];

/** A target as a configuration sees it. */
export interface KnownTarget {
  readonly name: string;
  /** Targets whose output its own imports; without them, it would not compile. */
  readonly needs: readonly string[];
}

const NEEDS: Readonly<Record<TargetName, readonly TargetName[]>> = {
  schemas: [],
  validators: ["schemas"],
  operations: ["schemas"],
  client: ["schemas", "operations"],
  "server-stubs": ["schemas", "validators", "operations"],
};

/** The built-in targets. Those of extensions follow them in a configuration that has some. */
export const BUILT_IN_TARGETS: readonly KnownTarget[] = TARGET_NAMES.map((name) => ({
  name,
  needs: NEEDS[name],
}));

/** `names` and all that they need, in the order of `known`. */
export function withNeeds(names: readonly string[], known: readonly KnownTarget[]): KnownTarget[] {
  const wanted = new Set<string>();
  const add = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    known.find((target) => target.name === name)?.needs.forEach(add);
  };
  names.forEach(add);
  return known.filter(({ name }) => wanted.has(name));
}
