/** Why a value does not satisfy a schema. */
export interface Issue {
  /** RFC 6901 pointer from the value that was asked about. */
  readonly pointer: string;
  /** True when the key itself is at fault, not its value. */
  readonly key?: true;
  /** A part of a sentence: `expected a string, found 5`. */
  readonly message: string;
}

export function expected(pointer: string, what: string, value: unknown): Issue[] {
  return [{ pointer, message: `expected ${what}, found ${shown(value)}` }];
}

/** A value in a message: scalars as JSON, of the others their kind. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? "nothing";
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

/** `1 item`, `2 items`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
