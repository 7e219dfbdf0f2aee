/** What a view is made of. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** One output file before it is text. Plain data: from equal units come equal bytes. */
export interface Unit {
  /** Name of the target it belongs to. */
  readonly target: string;
  /** Below the target's output folder, with slashes: `"schemas/customers/balance-transactions.ts"`. */
  readonly path: string;
  /** Template by name: `"schemas/file"`. */
  readonly template: string;
  /** Every word the template prints. */
  readonly view: Json;
  /** Sorted, resolved to specifiers, types apart from values. */
  readonly imports: readonly ImportView[];
}

/** One import declaration of a unit. */
export interface ImportView {
  /** `"../schemas/customers.js"`, `"@specwright/runtime"`. */
  readonly from: string;
  /** Names imported as values, sorted. */
  readonly values: readonly string[];
  /** Names imported as types only, sorted. */
  readonly types: readonly string[];
}
