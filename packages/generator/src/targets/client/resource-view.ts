import type { Operation, Pagination, Resource, ResourceId } from "../../model/api-model.ts";
import { isNegotiated, successHeaders } from "../../naming/descriptor-names.ts";
import type { NameTable } from "../../naming/name-table.ts";
import type { FileRef } from "../../plan/target.ts";
import { docView, proseOf, type DocView } from "../shared/doc-view.ts";
import { insideOf } from "../shared/expands-entries.ts";
import { expandedAnswer } from "../shared/expansions.ts";
import { listText } from "../shared/layout.ts";
import { propertyKey, stringLiteral } from "../shared/literals.ts";
import {
  answerMedia,
  argumentName,
  isBlob,
  operationsFile,
  outputType,
  pathParameters,
  requestLine,
} from "../shared/operation-parts.ts";
import { typeText, type TypeContext } from "../shared/type-text.ts";

/** What `client/resource` prints. */
export type ResourceView = {
  readonly name: string;
  readonly docs: DocView | null;
  readonly children: readonly ChildView[];
  readonly methods: readonly MethodView[];
};

/** A sub-resource, made when it is first asked for. */
export type ChildView = {
  readonly property: string;
  readonly className: string;
  readonly docs: DocView | null;
};

export type MethodView = {
  /** A blank line stands in front. */
  readonly apart: boolean;
  readonly docs: DocView | null;
  readonly name: string;
  /** `(customer: string, options?: RequestOptions): ApiPromise<Customer, …>`, broken where it is long. */
  readonly signature: string;
  /** `send(this.transport, retrieveCustomer, { customer }, options)`, likewise. */
  readonly call: string;
};

export function resourceFile(id: ResourceId, names: NameTable): FileRef {
  return { target: "client", path: `resources/${names.resourceFile(id)}.ts` };
}

export function resourceView(
  resource: Resource,
  children: readonly Resource[],
  context: TypeContext,
): ResourceView {
  context.imports.runtimeValue("ApiResource");
  return {
    name: context.names.resourceClass(resource.id),
    docs: docView(proseOf(resource.docs)),
    children: children.map((child) => childView(child, context)),
    methods: resource.operations.map((operation, index) => ({
      ...methodView(operation, resource.id, context),
      apart: index > 0 || children.length > 0,
    })),
  };
}

export function childView(child: Resource, context: TypeContext): ChildView {
  const className = context.names.resourceClass(child.id);
  context.imports.value(className, resourceFile(child.id, context.names));
  return {
    property: context.names.resourceProperty(child.id),
    className,
    docs: docView(proseOf(child.docs), 2),
  };
}

function methodView(operation: Operation, resource: ResourceId, context: TypeContext): MethodView {
  const { names, imports } = context;
  const name = names.method(operation.id);
  const descriptor = imports.value(names.descriptor(operation.id), operationsFile(resource, names));
  const expanding = expandingOf(operation, context);
  const parameters = [
    ...methodParameters(operation, expanding, context),
    optionsParameter(operation, context),
  ];
  const send = imports.runtimeValue(senderOf(operation, expanding !== undefined));
  const args = ["this.transport", descriptor, inputText(operation), "options"];
  const { line: returns, broken } = returnType(operation, expanding, context);
  const generic = typeParameter(operation, expanding !== undefined, name, context);
  const [lastLine = ""] = `  ${name}${generic}`.split("\n").slice(-1);
  return {
    apart: false,
    docs: docView(methodProse(operation), 2),
    name,
    signature:
      generic +
      listText(
        "(",
        parameters,
        `): ${isLong(lastLine, parameters, returns) ? broken : returns}`,
        lastLine.length,
        " {".length,
        1,
      ),
    call: listText(`${send}(`, args, ")", "    return ".length, 1, 2),
  };
}

/** The function of the runtime that a method hands its call to. */
function senderOf(operation: Operation, isExpanding: boolean): string {
  if (operation.pagination) return isExpanding ? "paginateExpanding" : "paginate";
  if (isNegotiated(operation)) return "negotiate";
  if (isDownload(operation)) return "sendDownload";
  return isExpanding ? "sendExpanding" : "send";
}

/** What a call chooses that its result hangs on: a media type, a form of bytes, ids to give as objects. */
function typeParameter(
  operation: Operation,
  isExpanding: boolean,
  name: string,
  context: TypeContext,
): string {
  if (isNegotiated(operation)) {
    return acceptParameter(operation, "  ".length + name.length, context);
  }
  if (isDownload(operation)) return '<As extends keyof DownloadForms = "blob">';
  return isExpanding ? "<const Paths extends readonly string[] = []>" : "";
}

/** Whether a call gives bytes and nothing else, in a form that the caller chooses. */
function isDownload(operation: Operation): boolean {
  const [media] = answerMedia(operation);
  return media !== undefined && isBlob(media) && !isNegotiated(operation);
}

function methodProse(operation: Operation): string[] {
  return [...proseOf(operation.docs), requestLine(operation), ...errorTags(operation)];
}

function errorTags(operation: Operation): string[] {
  const described = operation.responses.filter(({ status }) => /^[45]/.test(status));
  return described.flatMap(({ status, docs }) =>
    docs.description === undefined
      ? []
      : [`@throws {ApiError} ${status}: ${firstLine(docs.description)}`],
  );
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}

/** What a call may ask for in the place of ids, as a type; `undefined` where it cannot ask. */
function expandingOf(operation: Operation, context: TypeContext): string | undefined {
  const schema = expandedAnswer(operation, context.schemas);
  return schema && insideOf(schema, context).join(" & ");
}

function methodParameters(
  operation: Operation,
  expanding: string | undefined,
  context: TypeContext,
): string[] {
  const inPath = pathParameters(operation).map(
    (parameter) => `${argumentName(parameter)}: ${typeText(parameter.schema, context)}`,
  );
  const { params } = operation;
  if (!params) return inPath;
  const type = typeText(
    { kind: "reference", schema: params.schema, nullable: false, docs: {} },
    context,
  );
  const name = `params${params.optional ? "?" : ""}`;
  if (expanding === undefined) return [...inPath, `${name}: ${type}`];
  const whole = context.imports.runtimeType("Expanding");
  return [...inPath, `${name}: ${whole}<${type}, ${expanding}, Paths>`];
}

function optionsParameter(operation: Operation, context: TypeContext): string {
  const { requestOptions } = context.names.api;
  const { imports } = context;
  const type = imports.type(requestOptions, { target: "client", path: "connect.ts" });
  if (isDownload(operation)) {
    return `options?: ${type} & ${imports.runtimeType("DownloadOption")}<As>`;
  }
  if (!isNegotiated(operation)) return `options?: ${type}`;
  return `options?: ${type} & ${imports.runtimeType("AcceptOption")}<Accept>`;
}

/** `<Accept extends keyof RetrieveReportOutputs = "application/json">`: chooses the media type of the answer. */
function acceptParameter(operation: Operation, before: number, context: TypeContext): string {
  const [preferred] = answerMedia(operation);
  const type = `Accept extends keyof ${outputsName(operation, context)}`;
  const line = `<${type} = ${stringLiteral(preferred?.contentType ?? "")}>`;
  if (before + line.length + "(".length <= 100) return line;
  return `<\n    ${line.slice(1, -1)},\n  >`;
}

function outputsName(operation: Operation, { names, imports }: TypeContext): string {
  const resource = operation.id.split(".").slice(0, -1).join(".");
  return imports.type(names.outputs(operation.id), operationsFile(resource, names));
}

function headersType(operation: Operation, { names, imports }: TypeContext): string[] {
  if (successHeaders(operation).length === 0) return [];
  return [`${imports.runtimeType("HeadersOf")}<typeof ${names.descriptor(operation.id)}>`];
}

function inputText(operation: Operation): string {
  const members = pathParameters(operation).map((parameter) => {
    const argument = argumentName(parameter);
    return argument === parameter.key ? argument : `${propertyKey(parameter.key)}: ${argument}`;
  });
  const all = operation.params ? [...members, "params"] : members;
  return all.length === 0 ? "{}" : `{ ${all.join(", ")} }`;
}

/** Whether a type of the result does not even fit on a line of its own. */
function isLong(before: string, parameters: readonly string[], returns: string): boolean {
  const whole = `${before}(${parameters.join(", ")}): ${returns} {`;
  return whole.length > 100 && `  ): ${returns} {`.length > 100;
}

/** The type of what a method gives, on one line and on several. */
function returnType(
  operation: Operation,
  expanding: string | undefined,
  context: TypeContext,
): { readonly line: string; readonly broken: string } {
  const { names, imports } = context;
  const failures = `${imports.runtimeType("FailureOf")}<typeof ${names.descriptor(operation.id)}>`;
  const rest = [failures, ...headersType(operation, context)];
  const output = outputOf(operation, expanding, context);
  if (operation.pagination) {
    const item = itemType(operation.pagination, expanding !== undefined, context);
    return generic(imports.runtimeType("PagePromise"), [item, output, ...rest]);
  }
  return generic(imports.runtimeType("ApiPromise"), [output, ...rest]);
}

function outputOf(
  operation: Operation,
  expanding: string | undefined,
  context: TypeContext,
): string {
  if (isNegotiated(operation)) return `${outputsName(operation, context)}[Accept]`;
  if (isDownload(operation)) return `${context.imports.runtimeType("DownloadForms")}[As]`;
  return expandedType(outputType(operation, context), expanding, "Paths[number]", context);
}

function expandedType(
  type: string,
  inside: string | undefined,
  paths: string,
  { imports }: TypeContext,
): string {
  if (inside === undefined || inside === "") return type;
  return `${imports.runtimeType("Expanded")}<${type}, ${inside}, ${paths}>`;
}

function itemType({ item, items }: Pagination, isExpanded: boolean, context: TypeContext): string {
  const type = typeText(item, context);
  const inside = isExpanded ? insideOf(item, context).join(" & ") : "";
  if (inside === "") return type;
  const pathIn = context.imports.runtimeType("PathIn");
  const keys = items.split("/").slice(1);
  const paths = keys.reduce(
    (path, key) => `${pathIn}<${path}, ${stringLiteral(key)}>`,
    "Paths[number]",
  );
  return expandedType(type, inside, paths, context);
}

function generic(name: string, args: readonly string[]): { line: string; broken: string } {
  return {
    line: `${name}<${args.join(", ")}>`,
    broken: `${name}<\n${args.map((argument) => `    ${argument}`).join(",\n")}\n  >`,
  };
}
