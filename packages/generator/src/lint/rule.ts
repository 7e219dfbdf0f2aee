import type { Report } from "../diagnostics/diagnostic.ts";
import type { Kind } from "../structure/object-kinds.ts";
import type { Schema, SchemaId } from "../model/api-model.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import type { Visit, Walk } from "./walk.ts";

/** One thing that a spec should have or should not have. It knows a kind of object, never a place of some spec. */
export interface Rule {
  /** Code of what it reports. */
  readonly code: string;
  /** Kinds of objects that it looks at. A rule for the document as a whole has `document`. */
  readonly kinds: readonly Kind[];
  /** Called once for each such object of the spec. */
  visit(visit: Visit, lint: Lint): void;
}

/** What every rule may use. */
export interface Lint {
  readonly document: SpecDocument;
  readonly walk: Walk;
  readonly schemas: Schemas;
  readonly report: Report;
}

/** Schemas as the model sees them: no `$ref`, no dialects. */
export interface Schemas {
  /** The schema that is written at `node`. */
  at(node: Node): Schema;
  /** What a reference in the model stands for; `undefined` for a schema that is made of itself. */
  content(id: SchemaId): Schema | undefined;
}
