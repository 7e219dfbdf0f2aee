import type { SchemaResource } from "./schema-resources.ts";

/** One parsed file of a spec. */
export interface SpecFile {
  /** As the user would type it, with slashes. */
  readonly path: string;
  readonly text: string;
  /** Plain JSON; keys such as `__proto__` are plain own properties. */
  readonly value: unknown;
  /** Its schemas that have a URI or anchors; the file itself is the first. Empty where there are none. */
  readonly resources: readonly SchemaResource[];
}

/** Every file of a spec: the entry document and what it reaches. */
export interface SpecFiles {
  /** Path of the entry document. */
  readonly entry: string;
  /** By path. */
  readonly files: ReadonlyMap<string, SpecFile>;
  /** By referring file, then by the part of a reference before its `#`: where it leads. */
  readonly links: ReadonlyMap<string, ReadonlyMap<string, Link>>;
}

/** Path of a file that was read, or `"refused"` when it could not be and that has been reported. */
export type Link = { readonly file: string } | "refused";
