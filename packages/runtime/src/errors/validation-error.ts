import type { Issue } from "../validate/contract.ts";
import { printable } from "../validate/quote.ts";

const listed = 5;
const longestPointer = 120;

/** A value is not what its schema says. */
export class ValidationError extends Error {
  override readonly name = "ValidationError";
  /** Name of the schema that the value was held against. */
  readonly schema: string;
  /** Everything that is wrong, in the order of the schema; at least one. */
  readonly issues: readonly Issue[];

  constructor(schema: string, issues: readonly Issue[]) {
    super(summary(schema, issues));
    this.schema = schema;
    this.issues = issues;
  }
}

/** The first few issues, one a line, each after its pointer. */
function summary(schema: string, issues: readonly Issue[]): string {
  const lines = issues.slice(0, listed).map(({ pointer, message }) => {
    return `\n  ${printable(pointer.slice(0, longestPointer)) || "(the whole)"}: ${message}`;
  });
  const more = issues.length > listed ? `\n  and ${issues.length - listed} more` : "";
  return `This is not a valid ${schema}:${lines.join("")}${more}`;
}
