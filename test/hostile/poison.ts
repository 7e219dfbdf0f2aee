import { PAYLOADS } from "./payloads.ts";
import type { Random } from "./random.ts";

type Path = readonly (string | number)[];

/** A string of a document: the value at `path`, or the key that `path` ends with. */
interface Field {
  readonly kind: "key" | "value";
  readonly path: Path;
  readonly text: string;
}

/** Every string of a JSON value, in its order: keys and values. */
export function fieldsOf(value: unknown, path: Path = []): Field[] {
  if (typeof value === "string") return [{ kind: "value", path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const below = [...path, Array.isArray(value) ? Number(key) : key];
    const own: Field[] = Array.isArray(value) ? [] : [{ kind: "key", path: below, text: key }];
    return [...own, ...fieldsOf(member, below)];
  });
}

/** What was done to a document, for the message of a test that fails. */
export interface Poisoned {
  readonly document: unknown;
  readonly steps: readonly string[];
}

/** Puts payloads into one to three strings of a document. The same choices, the same poison. */
export function poison(document: unknown, fields: readonly Field[], random: Random): Poisoned {
  let poisoned = document;
  const steps: string[] = [];
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const field = random.pick(fields);
    const text = mix(field.text, random);
    // A name that is changed wherever it stands still leads to what it names.
    const everywhere = random.below(2) === 0;
    steps.push(
      `${everywhere ? "each" : field.path.join("/")} ${field.kind} ${field.text} → ${text}`,
    );
    poisoned = everywhere ? rename(poisoned, field.text, text) : replaceAt(poisoned, field, text);
  }
  return { document: poisoned, steps };
}

function mix(text: string, random: Random): string {
  const payload = random.pick(PAYLOADS);
  switch (random.below(4)) {
    case 0:
      return text + payload;
    case 1:
      return payload + text;
    case 2:
      return payload + random.pick(PAYLOADS);
    default:
      return payload;
  }
}

function rename(value: unknown, from: string, to: string): unknown {
  if (typeof value === "string") return renameText(value, from, to);
  if (Array.isArray(value)) return value.map((item) => rename(item, from, to));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(
    ([key, member]) => [renameText(key, from, to), rename(member, from, to)] as const,
  );
  return Object.fromEntries(members);
}

function renameText(text: string, from: string, to: string): string {
  if (text === from) return to;
  const template = `{${from}}`;
  if (text.startsWith("/") && text.includes(template))
    return text.replaceAll(template, () => `{${to}}`);
  if (!text.startsWith("#/")) return text;
  const token = encodeURIComponent(
    Buffer.from(to).toString().replaceAll("~", "~0").replaceAll("/", "~1"),
  );
  return text
    .split("/")
    .map((part) => (part === from ? token : part))
    .join("/");
}

function replaceAt(value: unknown, { kind, path }: Field, text: string): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return text;
  if (Array.isArray(value)) {
    return value.map((item, at) =>
      at === head ? replaceAt(item, { kind, path: rest, text: "" }, text) : item,
    );
  }
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => {
    if (key !== head) return [key, member] as const;
    if (rest.length === 0 && kind === "key") return [text, member] as const;
    return [key, replaceAt(member, { kind, path: rest, text: "" }, text)] as const;
  });
  return Object.fromEntries(members);
}
