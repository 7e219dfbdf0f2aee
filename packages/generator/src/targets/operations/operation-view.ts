import type { Operation, Pagination, Parameter, Resource } from "../../model/api-model.ts";
import { isNegotiated } from "../../naming/descriptor-names.ts";
import { docView, proseOf, type DocView } from "../shared/doc-view.ts";
import { indentation, objectText, SourceText } from "../shared/layout.ts";
import { propertyKey, stringLiteral } from "../shared/literals.ts";
import {
  answerMedia,
  mediaType,
  outputType,
  pathParameters,
  requestLine,
} from "../shared/operation-parts.ts";
import { codecText } from "../shared/wires.ts";
import { typeText, type TypeContext } from "../shared/type-text.ts";
import { type FailureBody, failureBodies } from "./failure-bodies.ts";
import { pathWriter, requestWriters } from "./request-writers.ts";
import { headersArgument, headersDescriptor } from "./response-headers.ts";
import { bodyDescriptor, queryDescriptor, responseDescriptor } from "./media-descriptor.ts";

/** What `operations/file` prints. */
export type OperationsFileView = { readonly operations: readonly OperationView[] };

export type OperationView = {
  readonly docs: DocView | null;
  readonly name: string;
  readonly input: InputView;
  /** What a call gives by media type, where there are several. */
  readonly outputs: OutputsView | null;
  /** `OperationDescriptor<CreateCouponInput, Coupon>`, broken where it is long. */
  readonly type: string;
  /** The descriptor as an object literal, with the space or the line break in front of it. */
  readonly descriptor: string;
};

export type OutputsView = {
  readonly name: string;
  readonly docs: DocView | null;
  readonly members: readonly { readonly key: string; readonly type: string }[];
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
    outputs: isNegotiated(operation) ? outputsView(operation, context) : null,
    type,
    descriptor:
      (isBelow ? `\n${indentation(1)}` : " ") +
      objectText(descriptor(operation, context), isBelow ? 1 : 0),
  };
}

function outputsView(operation: Operation, context: TypeContext): OutputsView {
  return {
    name: context.names.outputs(operation.id),
    docs: docView([
      `What {@link ${context.names.descriptor(operation.id)}} gives, by the media type that a call accepts.`,
    ]),
    members: answerMedia(operation).map((media) => ({
      key: propertyKey(media.contentType),
      type: mediaType(media, context),
    })),
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
  const [name, ...args] = genericOf(operation, context);
  const generic = context.imports.runtimeType(name);
  const headers = headersArgument(operation, context);
  const documented = failureBodies(operation, context);
  // What comes behind the failures cannot do without them.
  const failures =
    documented.length > 0 || headers.length === 0
      ? documented
      : [{ status: "default", type: "unknown" }];
  const inLine = [...args, ...failureType(failures, true, context), ...headers];
  const line = `${generic}<${inLine.join(", ")}>`;
  if (before.length + line.length + " = {".length <= 100) return line;
  if (isValueBelow(before + line)) return line;
  const [failure = ""] = inLine.slice(args.length);
  const isLong = `  ${failure},`.length > 100;
  const all = [
    ...args,
    ...failureType(failures, !isLong, context),
    ...headersArgument(operation, context, "  ".length),
  ];
  return `${generic}<\n${all.map((argument) => `  ${argument}`).join(",\n")}\n>`;
}

/** `ApiFailure<{ default: ErrorEnvelope }>`, or nothing where no failure is documented. */
function failureType(
  failures: readonly FailureBody[],
  isLine: boolean,
  { imports }: TypeContext,
): string[] {
  if (failures.length === 0) return [];
  const name = imports.runtimeType("ApiFailure");
  const members = failures.map(({ status, type }) => `${propertyKey(status)}: ${type}`);
  if (isLine) return [`${name}<{ ${members.join("; ")} }>`];
  return [`${name}<{\n${members.map((member) => `    ${member};\n`).join("")}  }>`];
}

/** The type of a descriptor and what it is told. */
function genericOf(operation: Operation, context: TypeContext): [string, ...string[]] {
  const input = context.names.input(operation.id);
  if (isNegotiated(operation)) {
    const [preferred] = answerMedia(operation);
    const choice = stringLiteral(preferred?.contentType ?? "");
    return ["NegotiatedOperationDescriptor", input, context.names.outputs(operation.id), choice];
  }
  const output = outputType(operation, context);
  if (!operation.pagination) return ["OperationDescriptor", input, output];
  const item = typeText(operation.pagination.item, context);
  return ["PaginatedOperationDescriptor", input, output, item];
}

// Prettier leaves `=` on the line of a type that fits with it, and not with the brace after it.
function isValueBelow(head: string): boolean {
  const isOneLine = !head.includes("\n");
  return isOneLine && head.length + " =".length <= 100 && head.length + " = {".length > 100;
}

function descriptor(operation: Operation, context: TypeContext): object {
  const { requestBody, pagination, params } = operation;
  return {
    id: operation.id,
    method: operation.method,
    path: operation.path,
    parameters: operation.parameters.map((one) => parameterDescriptor(one, context)),
    write: noneOrAll(requestWriters(operation, context)),
    body: requestBody && bodyDescriptor(requestBody, params?.schema, context),
    responses: operation.responses.map((response) =>
      responseDescriptor(response, response.status === operation.success, context),
    ),
    security: operation.security.map(({ schemes }) => schemes.map(({ id }) => id)),
    headers:
      operation.headers.length === 0
        ? undefined
        : Object.fromEntries(operation.headers.map(({ name, value }) => [name, value])),
    idempotencyHeader: operation.idempotencyHeader,
    pagination: pagination && paginationDescriptor(pagination, context),
    ...headersDescriptor(operation, context),
    server: operation.server,
  };
}

/** The functions of the runtime that turn pages. */
const PAGE_STYLES = {
  cursor: "cursorPages",
  offset: "offsetPages",
  page: "numberedPages",
  link: "linkedPages",
  url: "urlPages",
} as const;

const USUAL_FIRST = { offset: 0, page: 1 } as const;

function paginationDescriptor(pagination: Pagination, { imports }: TypeContext): object {
  const { style, items, item: _, ...rest } = pagination;
  const isUsual =
    (style === "offset" || style === "page") && pagination.first === USUAL_FIRST[style];
  return {
    style: new SourceText(imports.runtimeValue(PAGE_STYLES[style])),
    items,
    ...rest,
    ...(isUsual && { first: undefined }),
  };
}

// Defaults are left out: what stands here is what is special.
function parameterDescriptor(parameter: Parameter, context: TypeContext): object {
  if (parameter.in === "querystring") {
    return {
      name: parameter.name,
      in: parameter.in,
      key: parameter.key === parameter.name ? undefined : parameter.key,
      required: parameter.required || undefined,
      ...queryDescriptor(parameter, context),
    };
  }
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
    ...pathWriter(parameter, context),
    ...(parameter.contentType !== undefined && codecText(parameter.schema, context)),
  };
}

function noneOrAll<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}
