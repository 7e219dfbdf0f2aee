const longest = 40;

/** What a message says of a wrong value: at most 40 characters, on one line, safe to print. */
export function quote(value: unknown): string {
  if (typeof value === "string") return quoteString(value);
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "function" ? "a function" : printable(String(value)).slice(0, longest);
}

function quoteString(value: string): string {
  const text = printable(JSON.stringify(value.slice(0, longest)));
  if (text.length <= longest && value.length <= longest) return text;
  // Half of a surrogate pair at the cut is left out.
  return `${text.slice(0, longest - 2).replace(/[\ud800-\udbff]$/, "")}…"`;
}

/** Takes out what would steer a terminal, or turn the direction of the text around. */
export function printable(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, "\ufffd");
}
