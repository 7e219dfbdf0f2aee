import type { Report } from "../diagnostics/diagnostic.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import type { Admit } from "./admit.ts";
import type { Origins } from "./origins.ts";

/** What a value of Swagger 2.0 stands for: an object of that standard, or a map of such. */
export type Kind =
  | "schema"
  | "parameter"
  | "response"
  | "operation"
  | "pathItem"
  | "schemas"
  | "parameters"
  | "responses"
  | "paths";

/** What every step of an upgrade may use. */
export interface Upgrading {
  /** The files as they were written. */
  readonly original: SpecDocument;
  readonly origins: Origins;
  readonly report: Report;
  readonly admit: Admit;
  /** Media types of the document, for operations that name none of their own. */
  readonly media: DocumentMedia;
  /** Notes that the node's `$ref` stands for an object of this kind, which may have to be upgraded where it stands. */
  readonly refer: (node: Node, kind: Kind) => void;
  /** Makes one file's content fit another: the same content, whose references start from there. */
  readonly moveTo: (file: string, node: Node) => unknown;
}

/** Swagger 2.0, Swagger Object, `consumes` and `produces`; empty where they are not given. */
export interface DocumentMedia {
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
}
