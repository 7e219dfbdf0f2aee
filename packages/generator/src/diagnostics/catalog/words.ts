/** How messages speak of values and objects of a document. */

export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  return quote(value);
}

export function quote(value: unknown): string {
  const printed = JSON.stringify(value) ?? "nothing";
  return printed.length <= 60 ? printed : `${printed.slice(0, 57)}...`;
}

/** @param noun Such as `"Operation Object"`. */
export function article(noun: string): string {
  return `${/^(?:[aeiou]|XML)/i.test(noun) ? "an" : "a"} ${noun}`;
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
