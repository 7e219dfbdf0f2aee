import type { Operation, ResponseHeader, Schema } from "../../model/api-model.ts";
import { successHeaders } from "../../naming/descriptor-names.ts";
import { docView, proseOf } from "../shared/doc-view.ts";
import { SourceText } from "../shared/layout.ts";
import { propertyKey } from "../shared/literals.ts";
import { typeText, type TypeContext } from "../shared/type-text.ts";
import { codecText } from "../shared/wires.ts";
import type { InputView } from "./operation-view.ts";

/** The headers of the success answer as a type; `null` where the spec describes none. */
export function headersView(operation: Operation, context: TypeContext): InputView | null {
  const headers = successHeaders(operation);
  if (headers.length === 0) return null;
  const { names } = context;
  return {
    name: names.headers(operation.id),
    docs: docView([`What {@link ${names.descriptor(operation.id)}} is answered with in headers.`]),
    properties: headers.map(({ name, required, schema, docs }) => ({
      docs: docView(proseOf(docs), 2),
      key: propertyKey(name.toLowerCase()),
      optional: !required,
      type: typeText(schema, context),
    })),
  };
}

/** How they are read, as a descriptor has it. */
export function headersDescriptor(
  operation: Operation,
  context: TypeContext,
): { readonly responseHeaders?: object } {
  const headers = successHeaders(operation);
  if (headers.length === 0) return {};
  const fields = headers.map((one) => [one.name.toLowerCase(), fieldOf(one, context)]);
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
