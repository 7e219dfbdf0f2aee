/**
 * JSON text and numbers that a double cannot hold.
 *
 * Such numbers travel through `JSON.parse` and `JSON.stringify` as strings behind a mark that nobody can guess, so that
 * the platform's own parser decides what is JSON.
 */

/** A number as it was written. */
export class NumberText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Strings are passed over whole, one without an end too; every other run of such signs is a number, or no JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"?|-?\d[\d.eE+-]{14,}/gs;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** Up to 15 digits are the same in a double. */
const LONG_NUMBER = /\d[\d.eE+-]{14}/;

/** What `JSON.parse` gives, with a {@link NumberText} in the place of each long number. @throws {SyntaxError} */
export function parseLossless(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  const mark = crypto.randomUUID();
  const marked = text.replace(TOKEN, (token) =>
    token.startsWith('"') || !JSON_NUMBER.test(token) ? token : `"${mark}${token}"`,
  );
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === "string" && value.startsWith(mark)
      ? new NumberText(value.slice(mark.length))
      : value,
  );
}

/**
 * What `JSON.stringify` gives, with the digits of each bigint and each {@link NumberText} as a number.
 *
 * @throws {TypeError} for a value that JSON cannot carry.
 */
export function stringifyLossless(value: unknown): string {
  const mark = crypto.randomUUID();
  const text: string | undefined = JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "bigint") return mark + String(part);
    return part instanceof NumberText ? mark + part.text : part;
  });
  if (text === undefined) throw new TypeError("This value has no JSON.");
  return text.replaceAll(new RegExp(`"${mark}([^"]*)"`, "g"), "$1");
}
