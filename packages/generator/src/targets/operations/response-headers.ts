import type { Operation, Resource, ResponseHeader, Schema } from "../../model/api-model.ts";
import { successHeaders } from "../../naming/descriptor-names.ts";
import type { FileRef } from "../../plan/target.ts";
import { docView, proseOf } from "../shared/doc-view.ts";
import { SourceText } from "../shared/layout.ts";
import { propertyKey, stringLiteral } from "../shared/literals.ts";
import { typeText, type TypeContext } from "../shared/type-text.ts";
import { codecText } from "../shared/wires.ts";
import type { InputView } from "./operation-view.ts";

/** Where the headers of answers are described. */
export const HEADERS_FILE: FileRef = { target: "operations", path: "response-headers.ts" };

/**
 * All headers that the spec describes of success answers, as one type that operations pick theirs from; `undefined` where there are
 * none. What operations do not have in common is what any of them has.
 */
export function headersView(
  resources: readonly Resource[],
  context: TypeContext,
): InputView | undefined {
  const all = new Map<string, ResponseHeader[]>();
  for (const header of resources.flatMap(({ operations }) => operations.flatMap(successHeaders))) {
    const name = header.name.toLowerCase();
    all.set(name, [...(all.get(name) ?? []), header]);
  }
  if (all.size === 0) return undefined;
  return {
    name: context.names.api.headers,
    docs: docView([
      "What headers of answers say; which operation has which, its descriptor tells.",
    ]),
    properties: [...all].sort(byKey).map(([name, headers]) => propertyOf(name, headers, context)),
  };
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function propertyOf(
  name: string,
  headers: readonly ResponseHeader[],
  context: TypeContext,
): InputView["properties"][number] {
  const types = [...new Set(headers.map(({ schema }) => typeText(schema, context)))];
  const docs = headers.map((header) => docView(proseOf(header.docs), 2));
  const [first = null] = docs;
  const isOne = docs.every((one) => JSON.stringify(one) === JSON.stringify(first));
  return {
    docs: isOne ? first : null,
    key: propertyKey(name),
    optional: !headers.every(({ required }) => required),
    type: types.join(" | "),
  };
}

/**
 * The headers of an operation as a type argument, `Pick<ShopHeaders, "x-total">`; nothing where it has none.
 *
 * @param margin Columns in front of it where it stands on a line of its own; there it may be broken.
 */
export function headersArgument(
  operation: Operation,
  { names, imports }: TypeContext,
  margin?: number,
): string[] {
  const keys = successHeaders(operation).map(({ name }) => stringLiteral(name.toLowerCase()));
  if (keys.length === 0) return [];
  const all = imports.type(names.api.headers, HEADERS_FILE);
  const line = `Pick<${all}, ${keys.join(" | ")}>`;
  if (margin === undefined || margin + line.length + ",".length <= 100) return [line];
  const gap = `\n${" ".repeat(margin)}`;
  const union = keys.join(" | ");
  const fits = margin + "  ".length + union.length + ",".length <= 100;
  const list = fits ? `${gap}  ${union}` : keys.map((key) => `${gap}  | ${key}`).join("");
  return [`Pick<${gap}  ${all},${list}${gap}>`];
}

/** How those are read that are no text, as a descriptor has it. */
export function headersDescriptor(
  operation: Operation,
  context: TypeContext,
): { readonly responseHeaders?: object } {
  const fields = successHeaders(operation)
    .map((one) => [one.name.toLowerCase(), fieldOf(one, context)] as const)
    .filter(([, field]) => field !== "text");
  if (fields.length === 0) return {};
  const read = new SourceText(context.imports.runtimeValue("readHeaders"));
  return { responseHeaders: { read, fields: Object.fromEntries(fields) } };
}

function fieldOf({ schema, contentType, explode }: ResponseHeader, context: TypeContext): unknown {
  const form = contentType === undefined ? formOf(schema, explode, context) : "json";
  const { codec } = codecText(schema, context);
  return codec ? { form, codec } : form;
}

/** What the text of a header is: the runtime's `HeaderForm`. */
function formOf(
  schema: Schema,
  explode: boolean,
  context: TypeContext,
  seen: readonly string[] = [],
): unknown {
  const inner = (part: Schema): unknown => formOf(part, explode, context, seen);
  switch (schema.kind) {
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "boolean";
    case "literal":
      return formOfAll(schema.values.map((value) => wordOf(value)));
    case "array":
      return { items: inner(schema.items) };
    case "object": {
      const members = schema.properties.map((one) => [one.name, inner(one.schema)] as const);
      return { members: Object.fromEntries(members), ...(explode && { explode }) };
    }
    case "union":
      return formOfAll(schema.variants.map(inner));
    case "intersection":
      return formOfAll(schema.parts.map(inner).slice(0, 1));
    case "reference": {
      const named = context.schemas.get(schema.schema);
      if (!named || seen.includes(schema.schema)) return "text";
      return formOf(named.schema, explode, context, [...seen, schema.schema]);
    }
    default:
      return "text";
  }
}

function wordOf(value: unknown): string {
  const isText = typeof value === "string";
  return isText ? "text" : typeof value === "boolean" ? "boolean" : "number";
}

/** One form where all are of that form; of scalars the one that a value looks like. */
function formOfAll(forms: readonly unknown[]): unknown {
  const [first = "text", ...others] = forms;
  const isOne = others.every((form) => form === first);
  return isOne || typeof first === "object" ? first : "plain";
}
