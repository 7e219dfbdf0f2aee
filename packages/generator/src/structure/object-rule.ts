import type { Report, Severity } from "../diagnostics/diagnostic.ts";
import type { SpecVersion } from "../load/check-version.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";

/** What a field holds, as far as it is the same in all versions of the standard. */
export type Holds = "text" | "flag" | "count" | "number" | "object" | "list" | "schema" | "any";

/** What the standard says of one kind of object. */
export interface ObjectRule {
  /** Its name in the standard: `"Parameter Object"`. */
  readonly name: string;
  /** Every field that some version from 3.0 to 3.2 has. Absent for a map, whose fields are names of the author's. */
  readonly fields?: Readonly<Record<string, Holds>>;
  /** Without these nothing can be made of the object. */
  readonly required?: readonly string[];
  /** Required by the standard as well, but the rest makes sense without them. */
  readonly expected?: readonly string[];
  /** Fields that are not taken together. */
  readonly exclusive?: readonly (readonly [string, string])[];
  /**
   * How much an unknown field matters. `"guess"`: the standard allows any, so that only those are told that look like a
   * slip of the pen. Default: `"warning"`.
   */
  readonly unknown?: Severity | "guess";
  /** What no table can say. */
  readonly check?: (node: Node, context: StructureContext) => void;
}

export interface StructureContext {
  readonly document: SpecDocument;
  /** What the entry document follows; its other files follow it, too. */
  readonly version: SpecVersion;
  readonly report: Report;
}
