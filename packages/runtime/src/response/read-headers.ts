import type { HeaderForm, ResponseHeadersDescriptor } from "../contract.ts";

/**
 * Reads the headers of an answer, by name in small letters: text, but where the spec says otherwise. OpenAPI 3.1, section 4.8.21 (Header Object).
 *
 * One that is not what the spec says is left out: what has been done is done, and its answer is worth more than its headers.
 */
export function readHeaders(
  headers: Headers,
  fields: ResponseHeadersDescriptor["fields"],
): Record<string, unknown> {
  const found: Record<string, unknown> = Object.fromEntries(headers);
  for (const [name, field] of Object.entries(fields)) {
    const text = headers.get(name);
    if (text === null) continue;
    const { form, codec } =
      typeof field === "object" && "form" in field ? field : { form: field, codec: JSON };
    try {
      found[name] = codec.parse(toJson(text, form));
    } catch {
      delete found[name];
    }
  }
  return found;
}

/** The JSON of what a header says. @throws {SyntaxError} */
function toJson(text: string, form: HeaderForm): string {
  if (typeof form === "object") {
    const parts = text.trim() === "" ? [] : text.split(",").map((part) => part.trim());
    if ("items" in form) return `[${parts.map((part) => toJson(part, form.items)).join()}]`;
    const pairs = form.explode ? parts.map(cut) : inTwos(parts);
    return `{${pairs.map(([key, value]) => member(key, value, form.members)).join()}}`;
  }
  switch (form) {
    case "json":
      return text;
    case "text":
      return JSON.stringify(text);
    case "plain":
      return number(text) ?? truth(text) ?? JSON.stringify(text);
    case "number":
      return number(text) ?? notWhatItIs();
    case "boolean":
      return truth(text) ?? notWhatItIs();
  }
}

function member(key: string, value: string, members: Readonly<Record<string, HeaderForm>>): string {
  const form = Object.hasOwn(members, key) ? members[key] : undefined;
  return `${JSON.stringify(key)}:${toJson(value, form ?? "text")}`;
}

/** `a=1`, cut at the first equals sign. */
function cut(pair: string): [string, string] {
  const [, key = pair, value = ""] = /^(.*?)=(.*)$/s.exec(pair) ?? [];
  return [key, value];
}

/** `a,1,b,2`, two by two. */
function inTwos(parts: readonly string[]): [string, string][] {
  return parts.flatMap((key, index): [string, string][] =>
    index % 2 ? [] : [[key, parts[index + 1] ?? ""]],
  );
}

/** A number as JSON has it. Zeros in front are common in headers. */
function number(text: string): string | undefined {
  const [, sign, digits] = /^\s*(-?)0*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*$/i.exec(text) ?? [];
  return digits === undefined ? undefined : `${sign}${digits}`;
}

function truth(text: string): string | undefined {
  return /^\s*(true|false)\s*$/i.exec(text)?.[1]?.toLowerCase();
}

function notWhatItIs(): never {
  throw new SyntaxError("not what the spec says");
}
