/** What is wrong, where, and what to try. Anything wrong in a spec becomes one of these; nothing is thrown for it. */
export interface Diagnostic {
  /** Kebab-case and stable: `specwright explain CODE` and tests use it. */
  readonly code: string;
  readonly severity: Severity;
  /** One or two plain sentences. */
  readonly message: string;
  /** Absent when the matter has no place in a file (a missing input, say). */
  readonly at?: Place;
  /** An action: what the reader should do. */
  readonly hint?: string;
}

export type Severity = "error" | "warning";

/** A thing's place in the spec: cheap to keep, turned into line and column only when a message needs it. */
export interface Place {
  /** Path of the file, as the user would type it. */
  readonly file: string;
  /** RFC 6901 pointer from the root of that file. */
  readonly pointer: string;
  /** True when the key itself is meant, not its value. */
  readonly key?: boolean;
}

/** Line and column count from 1, columns in UTF-16 units as editors do. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many characters to underline, on that line. */
  readonly length: number;
}

/** Takes a diagnostic; a run collects them all before it says anything. */
export type Report = (diagnostic: Diagnostic) => void;
