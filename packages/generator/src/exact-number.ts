/**
 * A number of a document whose digits a double cannot hold: `9007199254740993`, `0.1000000000000000055`, `1e400`, `-0`.
 * Every other number is a plain one.
 *
 * It prints itself as it was written, in JSON as well, and counts as the double that is nearest to it. Having no members
 * of its own, it is a scalar to whoever walks a document.
 */
export class ExactNumber {
  readonly #text: string;

  /** @param text By the grammar of RFC 8259, section 6. */
  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  valueOf(): number {
    return Number(this.#text);
  }

  /** A value that `JSON.stringify` prints digit by digit. */
  toJSON(): unknown {
    const raw: unknown = Reflect.get(JSON, "rawJSON");
    return typeof raw === "function" ? Reflect.apply(raw, JSON, [this.#text]) : this.valueOf();
  }
}

/**
 * The number that a text of digits stands for.
 *
 * @param text A number of JSON, or of YAML 1.2.2, section 10.3.2, in base ten.
 */
export function numberOf(text: string): number | ExactNumber {
  const value = Number(text);
  return isExact(text, value) ? value : new ExactNumber(canonical(text));
}

/** The digits of an integer of at most 1,000 digits; `undefined` for every other number. */
export function integerDigits(value: number | ExactNumber): string | undefined {
  const text = String(value);
  const { digits, exponent } = split(text);
  if (digits === "") return "0";
  if (exponent < 0 || digits.length + exponent > 1000) return undefined;
  return (text.startsWith("-") ? "-" : "") + digits + "0".repeat(exponent);
}

/** The double next to a number; the value itself where it is none. */
export function roundNumber(value: unknown): unknown {
  return value instanceof ExactNumber ? value.valueOf() : value;
}

function isExact(text: string, value: number): boolean {
  if (Object.is(value, -0) || !Number.isFinite(value)) return false;
  const wanted = split(text);
  const held = split(String(value));
  return wanted.digits === held.digits && wanted.exponent === held.exponent;
}

/** A number as digits without zeros at either end, and the power of ten of the last of them. */
function split(text: string): { readonly digits: string; readonly exponent: number } {
  const [, whole = "", fraction = "", power = "0"] =
    /^[-+]?(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(text) ?? [];
  const all = whole + fraction;
  let start = 0;
  while (all[start] === "0") start += 1;
  let end = all.length;
  while (end > start && all[end - 1] === "0") end -= 1;
  if (start === end) return { digits: "", exponent: 0 };
  return {
    digits: all.slice(start, end),
    exponent: Number(power) - fraction.length + (all.length - end),
  };
}

// YAML writes `+1`, `.5`, `1.` and `007` too; prettier writes a small `e` without its plus.
function canonical(text: string): string {
  const [, sign = "", whole = "", fraction = "", power = ""] =
    /^([-+]?)(\d*)\.?(\d*)((?:e[-+]?\d+)?)$/i.exec(text) ?? [];
  const digits = whole.replace(/^0+(?=\d)/, "") || "0";
  const exponent = power.toLowerCase().replace("+", "");
  return `${sign.replace("+", "")}${digits}${fraction && `.${fraction}`}${exponent}`;
}
