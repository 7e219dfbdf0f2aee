import type {
  MediaType,
  NamedSchema,
  Operation,
  Parameter,
  ResourceId,
  SchemaId,
} from "../../model/api-model.ts";
import { isBindable, toIdentifier } from "../../naming/identifier.ts";
import { camelCase } from "../../naming/casing.ts";
import type { FileRef } from "../../plan/target.ts";
import type { NameTable } from "../../naming/name-table.ts";
import { typeText, type TypeContext } from "./type-text.ts";

/** Things that several targets must know of an operation, decided in one place. */

/** The media types in which a call's answer may come, the preferred one first; none where it has no body. */
export function answerMedia({ responses, success }: Operation): readonly MediaType[] {
  return responses.find(({ status }) => status === success)?.content ?? [];
}

/** Type of a call's result, in the preferred media type; `void` where there is none. */
export function outputType(operation: Operation, context: TypeContext): string {
  const [media] = answerMedia(operation);
  return media ? mediaType(media, context) : "void";
}

/** Type of an answer: the JSON value, text as a string, items as an iterable of them, other content as bytes. */
export function mediaType(media: MediaType, context: TypeContext): string {
  const { kind, schema, itemSchema } = media;
  switch (kind) {
    case "json":
      return schema ? typeText(schema, context) : "unknown";
    case "text":
      return "string";
    case "events":
    case "lines":
    case "sequence":
      return `AsyncIterable<${itemSchema ? typeText(itemSchema, context) : itemOf(kind, context)}>`;
    default:
      return "Blob";
  }
}

/** Whether an answer is neither a value, nor text, nor items, but bytes. */
export function isBlob({ kind }: MediaType): boolean {
  return !["json", "text", "events", "lines", "sequence"].includes(kind);
}

function itemOf(kind: MediaType["kind"], { imports }: TypeContext): string {
  return kind === "events" ? imports.runtimeType("ServerSentEvent") : "unknown";
}

/** The schema of an answer where it is JSON that can be validated. */
export function answerSchema({ kind, schema }: MediaType): SchemaId | undefined {
  if (kind !== "json" || schema?.kind !== "reference" || schema.nullable) return undefined;
  return schema.schema;
}

export function pathParameters(operation: Operation): Parameter[] {
  return operation.parameters.filter((parameter) => parameter.in === "path");
}

/** Name of a path parameter as an argument: the wire name where it can be one. */
export function argumentName(parameter: Parameter): string {
  const taken = ["params", "options"].includes(parameter.name);
  if (isBindable(parameter.name) && !taken) return parameter.name;
  const name = toIdentifier(camelCase(parameter.name));
  return isBindable(name) && !["params", "options"].includes(name) ? name : `${name}Path`;
}

export function operationsFile(resource: ResourceId, names: NameTable): FileRef {
  return { target: "operations", path: `${names.resourceFile(resource)}.ts` };
}

export function schemaMap(schemas: readonly NamedSchema[]): Map<SchemaId, NamedSchema> {
  return new Map(schemas.map((schema) => [schema.id, schema]));
}

/** ``POST /v1/coupons`` as it stands in a doc comment. */
export function requestLine(operation: Operation): string {
  const line = `${operation.method} ${operation.path}`;
  return `\`${line.replaceAll("`", "'")}\``;
}
