/** What was at hand when the impossible happened: the unit, the template, the path. */
export type InternalErrorDetails = Readonly<Record<string, unknown>>;

/**
 * Something that cannot be the user's fault: a bug of Specwright.
 *
 * A mistake in a spec or in a configuration is never thrown; it becomes a `Diagnostic`.
 */
export class InternalError extends Error {
  override readonly name = "InternalError";
  readonly details: InternalErrorDetails;

  constructor(message: string, details: InternalErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.details = details;
  }
}

/** `unit: "schemas/coupons.ts"`, one line for each detail. Long values are cut. */
export function detailLines(error: unknown): string[] {
  if (!(error instanceof InternalError)) return [];
  return Object.entries(error.details).map(([name, value]) => `${name}: ${shortJson(value)}`);
}

function shortJson(value: unknown): string {
  const text = printJson(value);
  return text.length <= 200 ? text : `${text.slice(0, 197)}...`;
}

// A detail may be anything, and a second failure while reporting the first would hide it.
function printJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
