import type { Explain } from "@specwright/runtime/validate";

/** A schema as two functions: a quick yes or no, and the walk that explains a no. */
export interface Check {
  is(value: unknown): boolean;
  readonly explain: Explain;
}
