import type { ApiModel, ErrorTypes, Schema } from "./api-model.ts";
import { type Contents, leavesOf } from "./leaves.ts";

/** Where APIs keep the word that tells their errors apart, the likeliest place first. */
const PLACES = ["/error/type", "/type", "/error/code", "/code", "/error/kind", "/kind"];

/** More words than these are details, not kinds. */
const MOST = 40;

/** What tells the errors of an API apart: a property of their bodies of which the spec lists the values. */
export function findErrorTypes(model: ApiModel): ErrorTypes | undefined {
  const schemas = new Map(model.schemas.map((named) => [named.id, named.schema]));
  const contents: Contents = { content: (id) => schemas.get(id) };
  const bodies = failureBodies(model);
  const places = model.errors?.type === undefined ? PLACES : [model.errors.type];
  for (const pointer of places) {
    const types = typesAt(pointer, bodies, contents);
    if (types.length > 1 && types.length <= MOST) return { pointer, types };
  }
  return undefined;
}

/** Each body of a failure once, in an order that hangs on nothing else. */
function failureBodies({ resources }: ApiModel): readonly Schema[] {
  const bodies = resources
    .flatMap(({ operations }) => operations)
    .flatMap(({ responses, success }) =>
      responses.filter(({ status }) => status !== success && !/^[12]/.test(status)),
    )
    .flatMap(({ content }) => content)
    .flatMap(({ kind, schema }) => (kind === "json" && schema ? [schema] : []));
  const distinct = new Map(bodies.map((body) => [JSON.stringify(body), body]));
  return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, body]) => body);
}

function typesAt(
  pointer: string,
  bodies: readonly Schema[],
  contents: Contents,
): ErrorTypes["types"] {
  const found = new Map<string, Schema[]>();
  for (const body of bodies) {
    const names = pointer.split("/").slice(1);
    const last = names.reduce<readonly Schema[]>(
      (parts, name) => parts.flatMap((part) => property(part, name, contents)),
      [body],
    );
    for (const word of new Set(last.flatMap((part) => wordsOf(part, contents)))) {
      found.set(word, [...(found.get(word) ?? []), body]);
    }
  }
  const byWord = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return byWord.map(([word, own]) => ({ word, bodies: own }));
}

/** What a property may be, in every variant that has it. */
function property(schema: Schema, name: string, contents: Contents): readonly Schema[] {
  return leavesOf(schema, ["intersection", "union"], contents)
    .flatMap((leaf) => (leaf.kind === "object" ? leaf.properties : []))
    .flatMap((one) => (one.name === name ? [one.schema] : []));
}

/** Texts that a schema lists. An address, as problems have it (RFC 9457, section 3.1.1), makes no name. */
function wordsOf(schema: Schema, contents: Contents): readonly string[] {
  return leavesOf(schema, ["union"], contents)
    .flatMap((leaf) => (leaf.kind === "literal" ? leaf.values : []))
    .filter(
      (value): value is string => typeof value === "string" && /^[a-z][\w.-]{0,80}$/i.test(value),
    );
}
