import type { ApiModel } from "../model/api-model.ts";
import type { NameTable } from "../naming/name-table.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { ImportView, Json } from "./unit.ts";

/** A kind of output: a name and a pure function from the model to the files that will exist. */
export interface Target {
  readonly name: string;
  plan(model: ApiModel, context: PlanContext): Iterable<PlannedUnit>;
}

/** A unit as its target sees it: imports not yet resolved. */
export interface PlannedUnit {
  readonly path: string;
  readonly template: string;
  readonly view: Json;
  readonly imports: readonly ImportView[];
}

/** What a target may ask. */
export interface PlanContext {
  readonly names: NameTable;
  /** Where imports lead. */
  readonly modules: ModuleMap;
  readonly report: Report;
}

/** Turns "this name of that file" into an import specifier, as the output is laid out in this run. */
export interface ModuleMap {
  /**
   * @param from Target and path of the importing file.
   * @param to Target and path of the imported file.
   */
  specifier(from: FileRef, to: FileRef): string;
  /** Specifier of the runtime's entry, `""`, `"server"` or `"validate"`. */
  runtime(from: FileRef, entry: RuntimeEntry): string;
  /** Tells whether the file is the entry of its package, so that it must export what others import from there. */
  isPackageRoot(file: FileRef): boolean;
}

export type RuntimeEntry = "" | "server" | "validate";

export interface FileRef {
  readonly target: string;
  readonly path: string;
}
