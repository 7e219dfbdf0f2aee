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
   * What an `integer` of the format `int64` or `uint64` is in a program. A `number` holds no more than 2^53 exactly;
   * `"bigint"` and `"string"` (its digits) hold all of them, and so do the reading and the writing. Default: `"number"`.
   */
  readonly int64?: "number" | "string" | "bigint";
  /** What a `number` of the format `decimal` is: `"string"` keeps it as it is written. Default: `"number"`. */
  readonly decimal?: "number" | "string";
  /**
   * What a text of the format `date-time` is: `"Date"` holds it to the millisecond. Texts of the format `date` stay texts:
   * a day of the calendar is no moment, and which `Date` it would be hangs on the place. Default: `"string"`.
   */
  readonly dates?: "string" | "Date";
}

/** What the model is made with. */
export interface ModelOptions {
  readonly types?: TypeOptions | undefined;
  /** Default: all of the document is taken. */
  readonly filter?: FilterTexts | undefined;
}
