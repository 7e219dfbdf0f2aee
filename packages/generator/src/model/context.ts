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
  /** What formats are in a program. Default: JSON as it is. */
  readonly scalars?: Pick<TypeOptions, "int64" | "decimal" | "dates">;
}
