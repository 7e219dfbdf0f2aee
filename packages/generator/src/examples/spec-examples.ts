/**
 * What a document shows as examples, by operation and by schema. The model has none of them: no generated code needs
 * them. Plain data, free of references.
 */
export interface SpecExamples {
  /** By method and path: `"POST /v1/coupons"`. */
  readonly operations: Readonly<Record<string, OperationExamples>>;
  /** By name of the component. */
  readonly schemas: Readonly<Record<string, unknown>>;
}

export interface OperationExamples {
  /** Values of parameters, by name. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Bodies of requests, in document order. */
  readonly requests: readonly unknown[];
  /** Bodies of answers by status, in document order. */
  readonly responses: Readonly<Record<string, readonly unknown[]>>;
}
