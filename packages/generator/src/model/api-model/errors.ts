import type { Schema } from "./schema.ts";

/** Where the error body keeps its parts: RFC 6901 pointers. */
export interface ErrorEnvelope {
  readonly message: string;
  readonly type?: string;
  readonly code?: string;
  readonly param?: string;
  /** Error type by status or range; sorted by status. */
  readonly types: readonly { readonly status: string; readonly type: string }[];
}

/** Words in one place of error bodies, such as `card_error` in `error.type`. */
export interface ErrorTypes {
  /** RFC 6901 pointer, in the body, to the word. */
  readonly pointer: string;
  /** Sorted by word, each with the bodies that may have it. */
  readonly types: readonly { readonly word: string; readonly bodies: readonly Schema[] }[];
}
