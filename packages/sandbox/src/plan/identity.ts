import type { Schema } from "@specwright/generator/reading";
import { member } from "../json.ts";
import type { Schemas } from "../schema/schemas.ts";
import type { IdForm } from "./api-plan.ts";
import { objectOf } from "./answers.ts";
import { plainName, singularName } from "./paths.ts";

/**
 * The property of an object that its path names: `{ticket}` and `{ticket_id}` are `id`, `{login}` is `login`.
 *
 * @param parameter Name of the path parameter; absent where no path names one object.
 */
export function idProperty(
  schema: Schema | undefined,
  parameter: string | undefined,
  collection: string,
  schemas: Schemas,
): string {
  const names = (schema && objectOf(schema, schemas)?.properties.map(({ name }) => name)) ?? [];
  const wanted = plainName(parameter ?? "id");
  const noun = singularName(collection.split("/").at(-1) ?? "");
  const short = wanted.startsWith(noun) ? wanted.slice(noun.length) : wanted;
  const guesses = [wanted, short, ...(wanted.endsWith("id") ? [] : ["id"])];
  const isPlainId = wanted === noun || short === "id" || short === "";
  const ordered = isPlainId ? ["id", ...guesses] : guesses;
  for (const guess of [...ordered, ...suffixes(wanted), "id", "uuid", "sid"]) {
    const found = names.find((name) => guess !== "" && plainName(name) === guess);
    if (found !== undefined) return found;
  }
  return "id";
}

// `{owner_sid}`: what it ends in may be how the API calls its ids.
function suffixes(wanted: string): string[] {
  return ["sid", "uuid", "id", "slug", "name", "key", "number", "code"].filter((word) =>
    wanted.endsWith(word),
  );
}

/** How ids of a collection look, from the schema and from an example. */
export function idForm(
  schema: Schema | undefined,
  property: string,
  example: unknown,
  schemas: Schemas,
): IdForm {
  const described =
    schema && objectOf(schema, schemas)?.properties.find(({ name }) => name === property);
  const content = described && schemas.content(described.schema);
  const shown = member(example, property);
  if (content?.kind === "integer" || content?.kind === "number" || typeof shown === "number") {
    return { kind: "number" };
  }
  if ((content?.kind === "string" && content.format === "uuid") || isUuid(shown))
    return { kind: "uuid" };
  if (content?.kind === "string" && content.pattern !== undefined) {
    const [, prefix] = /^\^?([A-Za-z]{1,8}_?)\[0-9a-fA-F\]\{32\}/.exec(content.pattern) ?? [];
    if (prefix !== undefined) return { kind: "text", prefix, length: 32 };
  }
  const [, prefix = ""] =
    /^([A-Za-z]+(?:_[a-z]+)*_)[A-Za-z\d]{6,}$/.exec(String(shown ?? "")) ?? [];
  const object = objectName(schema, schemas);
  return { kind: "text", prefix: prefix === "" ? prefixOf(object) : prefix, length: 24 };
}

function isUuid(value: unknown): boolean {
  return typeof value === "string" && /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(value);
}

/** The value of the property `object`, where it is always the same. */
export function objectName(schema: Schema | undefined, schemas: Schemas): string {
  const property =
    schema && objectOf(schema, schemas)?.properties.find(({ name }) => name === "object");
  const content = property && schemas.content(property.schema);
  const value = content?.kind === "literal" && content.values.length === 1 ? content.values[0] : "";
  return typeof value === "string" ? value : "";
}

/** `"billing.alert"` → `"alert_"`; what has no name has no prefix. */
function prefixOf(object: string): string {
  const word = object.split(".").at(-1) ?? "";
  return word === "" ? "" : `${word}_`;
}
