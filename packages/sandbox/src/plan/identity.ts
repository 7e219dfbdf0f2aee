import type { Schema } from "@specwright/generator/reading";
import { matchingText, type TextWish } from "../schema/matching-text.ts";
import type { Schemas } from "../schema/schemas.ts";
import type { IdForm } from "./api-plan.ts";
import { objectOf } from "./answers.ts";
import { plainName, singularName } from "./paths.ts";

/**
 * The property of an object that its path names: `{ticket}` and `{ticket_id}` are `id`, `{login}` is `login`, `{floating_ip}` is
 * `ip` where there is no `id`.
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
  const endings = names.map(plainName).filter((name) => name.length > 1 && wanted.endsWith(name));
  for (const guess of [...ordered, ...endings, "id", "uuid", "sid"]) {
    const found = names.find((name) => guess !== "" && plainName(name) === guess);
    if (found !== undefined) return found;
  }
  return "id";
}

/**
 * How ids of a collection look: from the schemas of the property and of the path parameter that hold them, and from an
 * example.
 *
 * @param parameter Schema of the path parameter; absent where no path names one object.
 */
export function idForm(
  property: Schema | undefined,
  parameter: Schema | undefined,
  shown: unknown,
  object: string,
  schemas: Schemas,
): IdForm {
  const contents = [property, parameter].map((schema) => schema && schemas.content(schema));
  const [own] = contents;
  if (own?.kind === "integer" || own?.kind === "number" || typeof shown === "number") {
    return { kind: "number" };
  }
  const texts = contents.filter((content) => content?.kind === "string");
  if (own?.kind === "string" && (own.format === "uuid" || isUuid(shown))) return { kind: "uuid" };
  const length = Math.min(24, ...texts.map(({ maxLength = 24 }) => maxLength));
  const [pattern] = texts.flatMap((text) => text.pattern ?? []);
  if (pattern !== undefined && matchingText(pattern, plainly(length)) !== undefined) {
    return { kind: "pattern", pattern, length };
  }
  const [, prefix = ""] =
    /^([A-Za-z]+(?:_[a-z]+)*_)[A-Za-z\d]{6,}$/.exec(String(shown ?? "")) ?? [];
  const begin = prefix === "" ? prefixOf(object) : prefix;
  const most = Math.min(...texts.map(({ maxLength = Infinity }) => maxLength)) - begin.length;
  return most < 6
    ? { kind: "text", prefix: "", length }
    : { kind: "text", prefix: begin, length: Math.min(24, most) };
}

const plainly = (length: number): TextWish => ({ length, pick: (signs) => signs.charAt(0) });

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
