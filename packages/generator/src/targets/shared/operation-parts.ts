import type {
  NamedSchema,
  Operation,
  Parameter,
  ResourceId,
  Response,
  SchemaId,
} from "../../model/api-model.ts";
import { isBindable, toIdentifier } from "../../naming/identifier.ts";
import { camelCase } from "../../naming/casing.ts";
import type { FileRef } from "../../plan/target.ts";
import type { NameTable } from "../../naming/name-table.ts";
import { typeText, type TypeContext } from "./type-text.ts";

/** Things that several targets must know of an operation, decided in one place. */

/** The answer that a call gives: the first success with a body, else the first success. */
function successResponse(operation: Operation): Response | undefined {
  const successes = operation.responses.filter(({ status }) => status.startsWith("2"));
  return successes.find(({ schema, contentType }) => schema ?? contentType) ?? successes[0];
}

/** Type of a call's result: the JSON value, text as a string, other content as bytes, `void` for none. */
export function outputType(operation: Operation, context: TypeContext): string {
  const response = successResponse(operation);
  if (response?.contentType === undefined) return "void";
  if (isJson(response.contentType)) {
    return response.schema ? typeText(response.schema, context) : "unknown";
  }
  return response.contentType.startsWith("text/") ? "string" : "Blob";
}

function isJson(contentType: string): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\b|^\*\/\*/i.test(contentType);
}

/** The success body's schema where it is JSON that can be validated. */
export function outputSchema(operation: Operation): SchemaId | undefined {
  const response = successResponse(operation);
  if (!response?.schema || !isJson(response.contentType ?? "")) return undefined;
  return response.schema.kind === "reference" && !response.schema.nullable
    ? response.schema.schema
    : undefined;
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
