import { getMember } from "../resolve/json-pointer.ts";
import type { Node } from "../resolve/spec-document.ts";
import { isPlainObject } from "./is-swagger.ts";

const JSON_TYPE = "application/json";
const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";

/** The media types that a member lists; `undefined` where there is no such list. An empty list takes the document's away. */
export function mediaTypesIn(node: Node, key: "consumes" | "produces"): string[] | undefined {
  const list = getMember(node.value, key)?.value;
  if (!Array.isArray(list)) return undefined;
  return list.filter((type): type is string => typeof type === "string" && type.includes("/"));
}

/** Nobody can send "anything": where a document says no more than that, it means JSON. */
export function bodyTypes(consumes: readonly string[]): string[] {
  const types = consumes.filter((type) => type !== "*/*");
  return types.length > 0 ? types : [JSON_TYPE];
}

/** Swagger 2.0, Parameter Object, `in: formData`: files travel in multipart, other values in either form. */
export function formTypes(parameters: readonly unknown[], consumes: readonly string[]): string[] {
  const hasFile = parameters.some(isFile);
  const types = consumes.filter((type) => type === MULTIPART || (type === FORM && !hasFile));
  if (types.length > 0) return types;
  return [hasFile ? MULTIPART : FORM];
}

/** Media types of what has a structure: `text/csv`, say, has none, but it is written as text. */
const STRUCTURED = /json|xml|yaml|text\/|form|\*/i;

/**
 * Media types of one answer. An operation gives one list for all its answers, though a file is not JSON, and the error that
 * comes in the place of a picture is no picture.
 */
export function answerTypes(response: unknown, produces: readonly string[]): string[] {
  const schema = getMember(response, "schema")?.value;
  if (!isFile(schema)) {
    const isOpaque = isStructure(schema) && !produces.some((type) => STRUCTURED.test(type));
    return produces.length > 0 && !isOpaque ? [...produces] : [JSON_TYPE];
  }
  const types = produces.filter((type) => !/[/+]json\b/i.test(type) && type !== "*/*");
  return types.length > 0 ? types : ["application/octet-stream"];
}

function isStructure(schema: unknown): boolean {
  if (!isPlainObject(schema)) return false;
  return "$ref" in schema || "properties" in schema || schema["type"] === "array";
}

function isFile(value: unknown): boolean {
  return isPlainObject(value) && (value["type"] === "file" || isFile(value["items"]));
}
