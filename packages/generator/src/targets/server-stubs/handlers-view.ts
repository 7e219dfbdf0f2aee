import type { Operation, Resource, ResourceId } from "../../model/api-model.ts";
import type { NameTable } from "../../naming/name-table.ts";
import type { FileRef } from "../../plan/target.ts";
import { docView, proseOf, type DocView } from "../shared/doc-view.ts";
import { indentation, listText } from "../shared/layout.ts";
import { propertyKey } from "../shared/literals.ts";
import {
  answerMedia,
  answerSchema,
  isBlob,
  operationsFile,
  outputType,
  pathParameters,
  requestLine,
} from "../shared/operation-parts.ts";
import type { TypeContext } from "../shared/type-text.ts";
import { bodyShapes, inputShapes } from "./shapes-view.ts";

/** What `server-stubs/handlers` prints. */
export type HandlersFileView = {
  readonly handlers: string;
  readonly docs: DocView | null;
  readonly routes: string;
  readonly routesSignature: string;
  /** The list of routes: a call of `route()` for each operation. */
  readonly routeList: string;
  readonly operations: readonly HandlerView[];
};

export type HandlerView = {
  readonly apart: boolean;
  readonly docs: DocView | null;
  readonly name: string;
  /** `Handler<CreateCouponInput, Coupon, Principal>` */
  readonly type: string;
};

export function handlersFile(id: ResourceId, names: NameTable): FileRef {
  return { target: "server-stubs", path: `handlers/${names.resourceFile(id)}.ts` };
}

export function handlersFileView(resource: Resource, context: TypeContext): HandlersFileView {
  const { names, imports } = context;
  const handlers = names.handlers(resource.id);
  const routes = names.routes(resource.id);
  imports.runtimeType("Handler", "server");
  imports.runtimeType("Route", "server");
  imports.runtimeValue("route", "server");
  return {
    handlers,
    docs: docView([
      `What a server implements to answer the operations of ${names.resourceClass(resource.id)}.`,
      ...proseOf(resource.docs),
    ]),
    routes,
    routesSignature: listText(
      "(",
      [`handlers: Partial<${handlers}<Principal>>`],
      "): Route<Principal>[]",
      `export function ${routes}<Principal>`.length,
      " {".length,
      0,
    ),
    routeList: listText(
      "[",
      resource.operations.map((operation) => routeText(operation, resource.id, context)),
      "]",
      "  return ".length,
      ";".length,
      1,
    ),
    operations: resource.operations.map((operation, index) => ({
      ...handlerView(operation, resource.id, context),
      apart: index > 0,
    })),
  };
}

function handlerView(
  operation: Operation,
  resource: ResourceId,
  context: TypeContext,
): HandlerView {
  const { names, imports } = context;
  const file = operationsFile(resource, names);
  const input = imports.type(names.input(operation.id), file);
  const name = names.method(operation.id);
  return {
    apart: false,
    docs: docView([...proseOf(operation.docs).slice(0, 1), requestLine(operation)], 2),
    name,
    type: handlerType(name, [
      takesBytes(operation) ? `${imports.runtimeType("Received", "server")}<${input}>` : input,
      givenType(operation, resource, context),
      "Principal",
    ]),
  };
}

// What a call sends as any bytes arrives as a file.
function takesBytes({ requestBody }: Operation): boolean {
  return (
    requestBody?.content.some(({ kind }) => kind === "binary" || kind === "multipart") ?? false
  );
}

/** What a handler gives: what a call gets, and bytes in any form where that is a `Blob`. */
function givenType(operation: Operation, resource: ResourceId, context: TypeContext): string {
  const media = answerMedia(operation);
  const { names, imports } = context;
  if (media.length < 2) {
    return media.some(isBlob) ? imports.runtimeType("Binary") : outputType(operation, context);
  }
  const outputs = imports.type(names.outputs(operation.id), operationsFile(resource, names));
  const types = `${outputs}[keyof ${outputs}]`;
  return media.some(isBlob) ? `${types} | ${imports.runtimeType("Binary")}` : types;
}

function handlerType(name: string, args: readonly string[]): string {
  const line = `Handler<${args.join(", ")}>`;
  if (`  ${name}: ${line};`.length <= 100) return line;
  return `Handler<\n${args.map((argument) => `    ${argument}`).join(",\n")}\n  >`;
}

function routeText(operation: Operation, resource: ResourceId, context: TypeContext): string {
  const { names, imports } = context;
  const file = operationsFile(resource, names);
  const descriptor = imports.value(names.descriptor(operation.id), file);
  const method = names.method(operation.id);
  const args = [descriptor, `handlers.${method}`];
  const depth = 2;
  const members = details(operation, depth + 1, context);
  if (members.length === 0) return listText("route(", args, ")", 4, 1, depth);
  const object = `{ ${members.join(", ")} }`;
  const line = `route(${[...args, object].join(", ")})`;
  if (4 + line.length + 1 <= 100 && !object.includes("\n")) return line;
  const head = `route(${args.join(", ")}, {`;
  if (4 + head.length <= 100) {
    return `${head}\n${members.map((member) => `      ${member},\n`).join("")}    })`;
  }
  const deeper = details(operation, depth + 2, context);
  const broken = `{\n${deeper.map((member) => `        ${member},\n`).join("")}      }`;
  return `route(\n${[...args, broken].map((argument) => `      ${argument},\n`).join("")}    )`;
}

/** @param depth Nesting of the members' lines. */
function details(operation: Operation, depth: number, context: TypeContext): string[] {
  const { path, params } = inputShapes(operation, depth, context);
  const takes = operation.params && validatorName(operation.params.schema, context);
  const shapes = bodyShapes(operation, context);
  return [
    ...(path === undefined ? [] : [`path: ${path}`]),
    ...pathValidators(operation, depth, context),
    ...(params === undefined ? [] : [`shape: ${params}`]),
    ...(shapes.length === 0 ? [] : [listMember("shapes", shapes, depth)]),
    ...(takes === undefined ? [] : [`params: ${takes}`]),
    ...outputValidators(operation, depth, context),
  ];
}

function outputValidators(operation: Operation, depth: number, context: TypeContext): string[] {
  const media = answerMedia(operation);
  const found = media.flatMap((one) => {
    const schema = answerSchema(one);
    const name = schema === undefined ? undefined : validatorName(schema, context);
    return name === undefined ? [] : [{ name, contentType: one.contentType }];
  });
  if (media.length < 2) return found.map(({ name }) => `output: ${name}`);
  const members = found.map(({ name, contentType }) => `${propertyKey(contentType)}: ${name}`);
  return members.length === 0 ? [] : [listMember("outputs", members, depth)];
}

/** `name: { … }`, with a member a line where it is long. */
function listMember(name: string, members: readonly string[], depth: number): string {
  return listText(`${name}: {`, members, "}", indentation(depth).length, 1, depth);
}

function pathValidators(operation: Operation, depth: number, context: TypeContext): string[] {
  const members = pathParameters(operation).flatMap(({ key, schema }) => {
    const name = schema.kind === "reference" ? validatorName(schema.schema, context) : undefined;
    return name === undefined ? [] : [`${propertyKey(key)}: ${name}`];
  });
  if (members.length === 0) return [];
  return [listMember("pathParams", members, depth)];
}

function validatorName(schema: string, context: TypeContext): string | undefined {
  const named = context.schemas.get(schema);
  if (!named) return undefined;
  const path = context.names.schemaFile(named.owner);
  return context.imports.value(context.names.validator(schema), { target: "validators", path });
}
