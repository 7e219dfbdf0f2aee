import type { Docs } from "./docs.ts";

export interface Server {
  /** Variables have their defaults. */
  readonly url: string;
  /** As the document spells it, `https://{region}.example.com`. */
  readonly template: string;
  /** In document order. */
  readonly variables: readonly ServerVariable[];
  readonly docs: Docs;
}

/** OpenAPI 3.1, section 4.8.6 (Server Variable Object). */
export interface ServerVariable {
  readonly name: string;
  readonly default?: string;
  /** The only values that it may have. Absent: any. */
  readonly values?: readonly string[];
  readonly docs: Docs;
}
