import type { ApiModel } from "../model/api-model.ts";
import type { NameTable } from "../naming/name-table.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { ImportView, Json } from "./unit.ts";

/** A kind of output: a name and a pure function from the model to the files that will exist. */
export interface Target {
  /** Small letters and digits, words parted by dashes. Configurations and templates call the target so. */
  readonly name: string;
  /**
   * Other targets whose files its own import; a run that prints this one prints those too. Default: none.
   *
   * Of a built-in target the configuration knows it: it must be known before any target is loaded.
   */
  readonly needs?: readonly string[];
  /** Yields each file that will exist. Pure: it reads nothing but its arguments, and changes neither of them. */
  plan(model: ApiModel, context: PlanContext): Iterable<PlannedUnit>;
}

/** A unit as its target sees it: imports not yet resolved. */
export interface PlannedUnit {
  /** Below the folder of the target, with slashes; ends in `.ts`, or in `.md` for a page of Markdown. */
  readonly path: string;
  /** Name of the template that prints it: `"schemas/file"`. */
  readonly template: string;
  /** Every word that the template prints. */
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
  /** Specifier of the runtime's entry: the main one, or one of its parts. */
  runtime(from: FileRef, entry: RuntimeEntry): string;
  /** Tells whether the file is the entry of its package, so that it must export what others import from there. */
  isPackageRoot(file: FileRef): boolean;
}

export type RuntimeEntry = "" | "server" | "validate" | "webhooks";

export interface FileRef {
  readonly target: string;
  readonly path: string;
}
