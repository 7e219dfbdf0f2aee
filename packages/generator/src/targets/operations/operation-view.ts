import type { Operation, Parameter, Resource } from "../../model/api-model.ts";
import { docView, proseOf, type DocView } from "../shared/doc-view.ts";
import { indentation, objectText } from "../shared/layout.ts";
import { propertyKey } from "../shared/literals.ts";
import { outputType, pathParameters, requestLine } from "../shared/operation-parts.ts";
import { typeText, type TypeContext } from "../shared/type-text.ts";

/** What `operations/file` prints. */
export type OperationsFileView = { readonly operations: readonly OperationView[] };

export type OperationView = {
  readonly docs: DocView | null;
  readonly name: string;
  readonly input: InputView;
  /** `OperationDescriptor<CreateCouponInput, Coupon>`, broken where it is long. */
  readonly type: string;
  /** The descriptor as an object literal, with the space or the line break in front of it. */
  readonly descriptor: string;
};

export type InputView = {
  readonly name: string;
  readonly docs: DocView | null;
  readonly properties: readonly {
    readonly docs: DocView | null;
    readonly key: string;
    readonly optional: boolean;
    readonly type: string;
  }[];
};

export function operationsFileView(resource: Resource, context: TypeContext): OperationsFileView {
  return { operations: resource.operations.map((operation) => operationView(operation, context)) };
}

function operationView(operation: Operation, context: TypeContext): OperationView {
  const name = context.names.descriptor(operation.id);
  const before = `export const ${name}: `;
  const type = descriptorType(operation, before, context);
  const isBelow = isValueBelow(before + type);
  return {
    docs: docView([...proseOf(withoutSource(operation.docs)), requestLine(operation)]),
    name,
    input: inputView(operation, context),
    type,
    descriptor:
      (isBelow ? `\n${indentation(1)}` : " ") + objectText(descriptor(operation), isBelow ? 1 : 0),
  };
}

// The page of the reference is named where the operation is called, on the client's method.
function withoutSource(docs: Operation["docs"]): Operation["docs"] {
  const { source: _, ...rest } = docs;
  return rest;
}

function inputView(operation: Operation, context: TypeContext): InputView {
  const name = context.names.input(operation.id);
  const inPath = pathParameters(operation).map((parameter) => ({
    docs: docView(proseOf(parameter.docs), 2),
    key: propertyKey(parameter.key),
    optional: false,
    type: typeText(parameter.schema, context),
  }));
  const { params } = operation;
  const rest = params && {
    docs: null,
    key: "params",
    optional: params.optional,
    type:
      typeText({ kind: "reference", schema: params.schema, nullable: false, docs: {} }, context) +
      (params.optional ? " | undefined" : ""),
  };
  return {
    name,
    docs: docView([`What {@link ${context.names.descriptor(operation.id)}} takes.`]),
    properties: [...inPath, ...(rest ? [rest] : [])],
  };
}

function descriptorType(operation: Operation, before: string, context: TypeContext): string {
  const input = context.names.input(operation.id);
  const output = outputType(operation, context);
  const item = operation.pagination && typeText(operation.pagination.item, context);
  const name = item === undefined ? "OperationDescriptor" : "PaginatedOperationDescriptor";
  const generic = context.imports.runtimeType(name);
  const args = [input, output, ...(item === undefined ? [] : [item])];
  const line = `${generic}<${args.join(", ")}>`;
  if (before.length + line.length + " = {".length <= 100) return line;
  if (isValueBelow(before + line)) return line;
  return `${generic}<\n${args.map((argument) => `  ${argument}`).join(",\n")}\n>`;
}

// Prettier leaves `=` on the line of a type that fits with it, and not with the brace after it.
function isValueBelow(head: string): boolean {
  const isOneLine = !head.includes("\n");
  return isOneLine && head.length + " =".length <= 100 && head.length + " = {".length > 100;
}

function descriptor(operation: Operation): object {
  const { requestBody: body, pagination } = operation;
  return {
    id: operation.id,
    method: operation.method,
    path: operation.path,
    parameters: operation.parameters.map(parameterDescriptor),
    body: body && {
      contentType: body.contentType,
      required: body.required || undefined,
      encoding:
        body.encoding.length === 0
          ? undefined
          : Object.fromEntries(
              body.encoding.map(({ property, style, explode }) => [
                property,
                { style, explode: explode === (style === "form") ? undefined : explode },
              ]),
            ),
      from: body.from === "body" ? "body" : undefined,
    },
    responses: operation.responses.map(({ status, contentType }) => ({ status, contentType })),
    security: operation.security.map(({ schemes }) => schemes.map(({ id }) => id)),
    headers:
      operation.headers.length === 0
        ? undefined
        : Object.fromEntries(operation.headers.map(({ name, value }) => [name, value])),
    idempotencyHeader: operation.idempotencyHeader,
    pagination: pagination && { ...pagination, item: undefined },
    server: operation.server,
  };
}

// Defaults are left out: what stands here is what is special.
function parameterDescriptor(parameter: Parameter): object {
  const style = parameter.in === "query" || parameter.in === "cookie" ? "form" : "simple";
  return {
    name: parameter.name,
    in: parameter.in,
    key: parameter.key === parameter.name ? undefined : parameter.key,
    required: (parameter.in !== "path" && parameter.required) || undefined,
    style: parameter.style === style ? undefined : parameter.style,
    explode: parameter.explode === (parameter.style === "form") ? undefined : parameter.explode,
    contentType: parameter.contentType,
    allowReserved: parameter.allowReserved || undefined,
  };
}
