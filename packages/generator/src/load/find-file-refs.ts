/** A reference out of its file. */
export interface FileRef {
  readonly ref: string;
  /** RFC 6901 pointer of the string itself. */
  readonly pointer: string;
  /** True where the string may also be something else than a reference, so that a miss is no error. */
  readonly tentative: boolean;
}

/** Keys whose members are named by the author, so that `example` and the like are only names there. */
const NAMED = new Set([
  ..."properties patternProperties dependentSchemas $defs definitions".split(" "),
  ..."schemas responses parameters requestBodies headers securitySchemes links callbacks".split(
    " ",
  ),
  ..."pathItems mediaTypes paths webhooks additionalOperations content encoding variables".split(
    " ",
  ),
]);

/** Keys whose value is the author's own JSON, where `$ref` is only a name. */
const LITERAL = new Set(["example", "default", "const", "enum", "value"]);

/** A cheap look at the text: most specs are one file, and then nothing needs to be walked. */
export function mayHaveFileRefs(text: string): boolean {
  return /\$ref["']?\s*:\s*["']?(?!#)[^\s"'#]/.test(text) || /mapping/i.test(text);
}

/** Finds every `$ref` that names a file, and what a discriminator maps to. OpenAPI 3.1, sections 4.6 and 4.8.25. */
export function* findFileRefs(value: unknown): Generator<FileRef> {
  yield* visit(value, "", "object");
}

/** What a value is, as far as references depend on it. */
export type Role = "object" | "names" | "examples" | "discriminator" | "mapping";

function* visit(value: unknown, pointer: string, role: Role): Generator<FileRef> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const at = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (typeof member === "string") {
      if (isFileRef(member, key, role)) {
        yield { ref: member, pointer: at, tentative: isMapped(key, role) };
      }
      continue;
    }
    const next = roleOf(key, member, role, Array.isArray(value));
    if (next) yield* visit(member, at, next);
  }
}

// OpenAPI 3.2, section 4.25 has `defaultMapping` beside `mapping`.
function isMapped(key: string, role: Role): boolean {
  return role === "mapping" || (role === "discriminator" && key === "defaultMapping");
}

function isFileRef(text: string, key: string, role: Role): boolean {
  if (text.startsWith("#") || text === "") return false;
  if (isMapped(key, role)) return /[./]/.test(text);
  // Among names of the author's a text is a reference too: what bears a name is an object.
  return key === "$ref";
}

/** What the member `key` is where `role` is what its holder is: `undefined` where nothing below can be a reference. */
export function roleOf(
  key: string,
  member: unknown,
  role: Role,
  isItem: boolean,
): Role | undefined {
  if (isItem || role === "names" || role === "examples") return "object";
  if (role === "discriminator") return key === "mapping" ? "mapping" : undefined;
  if (LITERAL.has(key) || key.startsWith("x-")) return undefined;
  if (key === "examples") return Array.isArray(member) ? undefined : "examples";
  if (key === "discriminator") return "discriminator";
  return NAMED.has(key) && !Array.isArray(member) ? "names" : "object";
}
