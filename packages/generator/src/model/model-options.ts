/** What a user may decide about types. */
export interface ModelOptions {
  /**
   * Whether a list of texts may hold one that the spec does not know. `"open-on-read"`: in what the API answers, so that
   * a value which is added later breaks no program; what is sent must be known. `"closed"`: nowhere.
   * Default: `"open-on-read"`.
   */
  readonly enums?: "open-on-read" | "closed";
}
