import { templateError } from "../diagnostics/catalog/extension.ts";
import { DiagnosedError } from "../diagnostics/diagnosed-error.ts";

/** What of a template an error tells. */
interface Source {
  readonly file: string;
  readonly text: string;
}

/** A template that does not compile, or that asks for a field its view does not have. */
export class TemplateError extends DiagnosedError {
  override readonly name = "TemplateError";
  readonly file: string;

  constructor({ file, text }: Source, cause: unknown) {
    const spot = spotOf(cause);
    const place = spot && { ...spot, text: text.split("\n")[spot.line - 1] ?? "" };
    super((show) => templateError(show(file), place, reasonOf(cause)), { cause });
    this.file = file;
  }
}

interface Spot {
  readonly line: number;
  readonly column: number;
}

// Handlebars counts lines from 1 and columns from 0. Its parser tells the line in its message alone.
function spotOf(cause: unknown): Spot | undefined {
  const { lineNumber, column }: { lineNumber?: unknown; column?: unknown } = Object(cause);
  if (typeof lineNumber === "number") {
    return { line: lineNumber, column: typeof column === "number" ? column + 1 : 1 };
  }
  const [, line] = /^Parse error on line (\d+):/.exec(textOf(cause)) ?? [];
  return line === undefined ? undefined : { line: Number(line), column: 1 };
}

const REASONS: readonly (readonly [form: RegExp, reason: string])[] = [
  [/^"(.*)" not defined in .*$/, 'the view has no field "$1"'],
  [/^Cannot use 'in' operator to search for '(.*)' in .*$/, 'the view has no field "$1"'],
  [/^.* but used the unknown helper (.*)$/, 'there is no helper "$1"'],
  [/^The partial (.*) could not be found$/, 'there is no partial "$1"'],
  [/^Parse error on line .*(?: got '(.*)')$/, "it cannot be parsed; $1 is not expected"],
];

function reasonOf(cause: unknown): string {
  const text = textOf(cause)
    .replace(/ - \d+:\d+$/, "")
    .replaceAll("\n", " ");
  const [form, reason] = REASONS.find(([known]) => known.test(text)) ?? [];
  return form && reason !== undefined ? text.replace(form, reason) : text;
}

function textOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
