import type { Place } from "../../diagnostics/diagnostic.ts";
import type { Docs } from "./docs.ts";
import type { Encoding } from "./media.ts";
import type { Schema } from "./schema.ts";

/** A named value outside the body. Serialisation defaults are already applied. OpenAPI 3.1, section 4.8.12. */
export interface Parameter {
  /** Spelled as on the wire. */
  readonly name: string;
  /** Key of the value in the input: the wire name, unless that is taken by another parameter. */
  readonly key: string;
  /** `querystring`: it is the whole query. OpenAPI 3.2, section 4.12.1. */
  readonly in: "path" | "query" | "querystring" | "header" | "cookie";
  readonly required: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Media type that the value is written in, whole, where the parameter has one. OpenAPI 3.1, section 4.8.12.3. */
  readonly contentType?: string;
  /** How a whole query is written; absent of anything else. */
  readonly kind?: "json" | "form" | "text";
  /** How the properties of a query that is a form are written, where it is not the default. Sorted by property. */
  readonly encoding?: readonly Encoding[];
  readonly schema: Schema;
  readonly docs: Docs;
  readonly at: Place;
}

export type ParameterStyle =
  "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
