/** Prose carried from the spec to the hover text. */
export interface Docs {
  readonly summary?: string;
  /** CommonMark. */
  readonly description?: string;
  readonly deprecated?: boolean;
  /** Default value, as JSON text. */
  readonly default?: string;
  /** Page of the public reference this was written from. */
  readonly source?: string;
}
