import type { Report } from "../diagnostics/diagnostic.ts";
import type { SpecDocument } from "../resolve/spec-document.ts";
import type { TypeOptions } from "./model-options.ts";
import type { SchemaRegistry } from "./schema-registry.ts";

/** What every builder of the model may use. */
export interface ModelContext {
  readonly document: SpecDocument;
  readonly report: Report;
  readonly schemas: SchemaRegistry;
  /** Whether `format` is a rule, not only a word for people. Default: `false`. */
  readonly assertsFormats?: boolean;
  /** In which form programs hold what JSON has another form for. Default: as JSON has it. */
  readonly types?: Pick<TypeOptions, "int64" | "decimal" | "dates">;
}
