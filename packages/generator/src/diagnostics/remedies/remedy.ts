/** What to do about a code. */
export interface Remedy {
  /** What mends it, as an action. */
  readonly fix: string;
  /** What gives the code, then what does not; or, where a command mends it, that command. */
  readonly example: string;
}

/** By code. */
export type Remedies = Readonly<Record<string, Remedy>>;
