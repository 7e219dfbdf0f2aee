import type { FilterTexts } from "./filter.ts";

/** What a user may decide about types. */
export interface TypeOptions {
  /**
   * Whether a list of texts may hold one that the spec does not know. `"open-on-read"`: in what the API answers, so that
   * a value which is added later breaks no program; what is sent must be known. `"closed"`: nowhere.
   * Default: `"open-on-read"`.
   */
  readonly enums?: "open-on-read" | "closed";
  /** Whether a named list of texts is an object too: `Status.Paid` beside the type `Status`. Default: `false`. */
  readonly enumObjects?: boolean;
  /**
   * Whether validators check `format`, which the standard leaves open (JSON Schema 2020-12, Validation, section 7.2).
   * Formats that the standard does not name, and those of internationalised names, are not checked. Default: `false`.
   */
  readonly formats?: boolean;
  /**
   * What an integer of the format `int64` or `uint64` is. As `"bigint"` and as `"string"` it keeps every digit; on the
   * wire it is a number all the same. Default: `"number"`, which is exact up to 2^53.
   */
  readonly int64?: "number" | "string" | "bigint";
  /** What a number of the format `decimal` is. As `"string"` it keeps every digit. Default: `"number"`. */
  readonly decimal?: "number" | "string";
  /**
   * What a text of the format `date-time` is. A `Date` is a moment in milliseconds: finer fractions and the offset are
   * not kept. A text of the format `date` stays one: it is a day, not a moment. Default: `"string"`.
   */
  readonly dates?: "string" | "Date";
}

/** What the model is made with. */
export interface ModelOptions {
  readonly types?: TypeOptions | undefined;
  /** Default: all of the document is taken. */
  readonly filter?: FilterTexts | undefined;
}
