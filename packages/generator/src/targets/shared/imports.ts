import type { FileRef, ModuleMap, RuntimeEntry } from "../../plan/target.ts";
import type { ImportView } from "../../plan/unit.ts";

/** Collects what one file imports; the view builder asks it for names and never writes an import line. */
export class Imports {
  readonly #file: FileRef;
  readonly #modules: ModuleMap;
  readonly #wanted = new Map<string, { values: Set<string>; types: Set<string> }>();

  constructor(file: FileRef, modules: ModuleMap) {
    this.#file = file;
    this.#modules = modules;
  }

  /** A type of another file of the output; gives the name to print. */
  type(name: string, from: FileRef): string {
    if (!this.#isOwn(from)) this.#of(this.#modules.specifier(this.#file, from)).types.add(name);
    return name;
  }

  /** A function or constant of another file of the output; gives the name to print. */
  value(name: string, from: FileRef): string {
    if (!this.#isOwn(from)) this.#of(this.#modules.specifier(this.#file, from)).values.add(name);
    return name;
  }

  runtimeType(name: string, entry: RuntimeEntry = ""): string {
    this.#of(this.#modules.runtime(this.#file, entry)).types.add(name);
    return name;
  }

  runtimeValue(name: string, entry: RuntimeEntry = ""): string {
    this.#of(this.#modules.runtime(this.#file, entry)).values.add(name);
    return name;
  }

  /** Packages first, then files, each by code units. */
  sorted(): ImportView[] {
    return [...this.#wanted]
      .map(([from, { values, types }]) => ({
        from,
        values: [...values].sort(),
        types: [...types].filter((name) => !values.has(name)).sort(),
      }))
      .sort((a, b) => rank(a.from) - rank(b.from) || (a.from < b.from ? -1 : 1));
  }

  #isOwn(file: FileRef): boolean {
    return file.target === this.#file.target && file.path === this.#file.path;
  }

  #of(specifier: string): { values: Set<string>; types: Set<string> } {
    const known = this.#wanted.get(specifier);
    if (known) return known;
    const fresh = { values: new Set<string>(), types: new Set<string>() };
    this.#wanted.set(specifier, fresh);
    return fresh;
  }
}

function rank(specifier: string): number {
  return specifier.startsWith(".") ? 1 : 0;
}
