import { posix } from "node:path";
import { BaseResolver, ResolveError, Source } from "@redocly/openapi-core";
import type { Document } from "@redocly/openapi-core";

/** Values of the files of a spec by path, as our loader has read them. */
export type FileValues = ReadonlyMap<string, unknown>;

/** Answers the linter from files that have been read already. It reads nothing itself, from disk or network. */
export class OwnFiles extends BaseResolver {
  readonly #documents: ReadonlyMap<string, Document>;

  constructor(files: FileValues) {
    super();
    // Places are told by pointer, so that nobody asks for the text.
    const documents = [...files].map(
      ([path, parsed]) => [path, { source: new Source(path, ""), parsed }] as const,
    );
    this.#documents = new Map(documents);
    for (const [path, document] of documents) this.cache.set(path, Promise.resolve(document));
  }

  documentAt(path: string): Document | undefined {
    return this.#documents.get(path);
  }

  override resolveExternalRef(base: string | null, ref: string): string {
    const isRemote = /^https?:/i.test(ref) || /^https?:/i.test(base ?? "");
    if (isRemote) return super.resolveExternalRef(base, ref);
    return posix.join(posix.dirname(base ?? ""), decoded(ref));
  }

  // The base class comes here with all that is not in its cache, and would read it.
  override loadExternalRef(path: string): Promise<Source> {
    return Promise.reject(new ResolveError(new Error(`"${path}" is no file of the spec`)));
  }
}

function decoded(ref: string): string {
  try {
    return decodeURIComponent(ref);
  } catch {
    return ref;
  }
}
