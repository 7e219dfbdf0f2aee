/** Paths as trees of collections and items. */

export interface PathParts {
  /** Segments with `{}` for each parameter, without an ending such as `.json`. */
  readonly segments: readonly string[];
  /** Whether the last segment is a parameter. */
  readonly isItem: boolean;
  /** Names of the parameters, in order, each with the number of segments before it. */
  readonly parameters: readonly { readonly name: string; readonly at: number }[];
}

export function pathParts(path: string): PathParts {
  const raw = path.split("/").filter((segment) => segment !== "");
  const named = raw.map((segment) => segment.replace(/\.(?:json|xml)$/i, ""));
  const parameters = named.flatMap((segment, at) =>
    [...segment.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => ({ name, at })),
  );
  const segments = named.map((segment) => segment.replaceAll(/\{[^}]*\}/g, "{}"));
  return { segments, isItem: segments.at(-1)?.includes("{}") ?? false, parameters };
}

/** `["v1", "coupons"]` → `"/v1/coupons"` */
export function joined(segments: readonly string[]): string {
  return `/${segments.join("/")}`;
}

/** The path of the collection that a path is about: itself, or what stands before the last parameter. */
export function collectionPath({ segments, isItem }: PathParts): string {
  return joined(isItem ? segments.slice(0, -1) : segments);
}

/** Letters and digits of a name, small: `financial_offer` and `financialOffer` are one. */
export function plainName(name: string): string {
  const known = plainNames.get(name);
  if (known !== undefined) return known;
  // Requests bring names of their own, and no more of them may be kept than a document has.
  if (plainNames.size === MOST_NAMES) plainNames.clear();
  const plain = name.toLowerCase().replaceAll(/[^a-z\d]/g, "");
  if (name.length <= LONGEST_NAME) plainNames.set(name, plain);
  return plain;
}

/** Each request asks for the same ones. */
const plainNames = new Map<string, string>();
const MOST_NAMES = 10_000;
const LONGEST_NAME = 100;

/** A plain name without the ending of the plural. */
export function singularName(name: string): string {
  const plain = plainName(name);
  if (plain.endsWith("ies")) return `${plain.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(plain)) return plain;
  if (/(?:ches|shes|xes|sses)$/.test(plain)) return plain.slice(0, -2);
  return plain.endsWith("s") ? plain.slice(0, -1) : plain;
}
