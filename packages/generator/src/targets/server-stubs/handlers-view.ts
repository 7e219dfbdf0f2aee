import type {
  MediaType,
  Operation,
  Resource,
  ResourceId,
  SecurityScheme,
} from "../../model/api-model.ts";
import { asksForCredentials, provable } from "../shared/secured.ts";
import type { NameTable } from "../../naming/name-table.ts";
import type { FileRef } from "../../plan/target.ts";
import { docView, proseOf, type DocView } from "../shared/doc-view.ts";
import { indentation, listText, valueText } from "../shared/layout.ts";
import { propertyKey, stringLiteral } from "../shared/literals.ts";
import {
  answerMedia,
  answerSchema,
  isBlob,
  mediaType,
  operationsFile,
  outputType,
  pathParameters,
  requestLine,
} from "../shared/operation-parts.ts";
import type { TypeContext } from "../shared/type-text.ts";
import { SECURITY_FILE } from "./security-view.ts";
import { bodyShapes, inputShapes } from "./shapes-view.ts";

/** What `server-stubs/handlers` prints. */
export type HandlersFileView = {
  /** `OrdersHandlers<Principals extends ShopPrincipals = ShopPrincipals>` */
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
  /** `Handler<CreateCouponInput, Coupon, Principals["apiKey"], { default: Problem }>` */
  readonly type: string;
};

export function handlersFile(id: ResourceId, names: NameTable): FileRef {
  return { target: "server-stubs", path: `handlers/${names.resourceFile(id)}.ts` };
}

export function handlersFileView(
  resource: Resource,
  schemes: readonly SecurityScheme[],
  context: TypeContext,
): HandlersFileView {
  const { names, imports } = context;
  const handlers = names.handlers(resource.id);
  const routes = names.routes(resource.id);
  imports.runtimeType("Handler", "server");
  imports.runtimeType("Route", "server");
  imports.runtimeValue("route", "server");
  return {
    handlers: declaration(resource, schemes, context),
    docs: docView([
      `What a server implements to answer the operations of ${names.resourceClass(resource.id)}.`,
      ...proseOf(resource.docs),
    ]),
    routes,
    routesSignature: listText(
      "(",
      [`handlers: Partial<${handlers}${asksForCredentials(resource, schemes) ? "<never>" : ""}>`],
      "): Route[]",
      `export function ${routes}`.length,
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
      ...handlerView(operation, resource.id, schemes, context),
      apart: index > 0,
    })),
  };
}

/** Name and type parameters of an interface of handlers. */
export function declaration(
  resource: Resource,
  schemes: readonly SecurityScheme[],
  { names, imports }: TypeContext,
): string {
  const handlers = names.handlers(resource.id);
  if (!asksForCredentials(resource, schemes)) return handlers;
  const principals = imports.type(names.api.principals, SECURITY_FILE);
  const parameter = `in Principals extends ${principals} = ${principals}`;
  return listText(`${handlers}<`, [parameter], ">", "export interface ".length, " {".length, 0);
}

export function handlerView(
  operation: Operation,
  resource: ResourceId,
  schemes: readonly SecurityScheme[],
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
    type: handlerType(
      name,
      [
        takesBytes(operation) ? `${imports.runtimeType("Received", "server")}<${input}>` : input,
        givenType(operation, resource, context),
        principalType(operation, schemes),
      ],
      otherAnswers(operation, context),
    ),
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

/** Who calls: the principal of any alternative; of schemes that are needed together, the first gives it. */
function principalType(operation: Operation, schemes: readonly SecurityScheme[]): string {
  // One after the other: of a union of keys, the compiler takes principals for what must fit all of them.
  const { security } = operation;
  const alternatives = provable(operation, schemes);
  const known = alternatives.flatMap(({ schemes: [first] }) =>
    first ? [`Principals[${stringLiteral(first.id)}]`] : [],
  );
  const isOpen = security.length === 0 || alternatives.some((one) => one.schemes.length === 0);
  return [...new Set(known), ...(isOpen ? ["undefined"] : [])].join(" | ") || "never";
}

/** The documented answers besides the plain one: `{ "402": CardDeclined; default: Problem }` by its members. */
function otherAnswers({ responses, success }: Operation, context: TypeContext): readonly string[] {
  return responses
    .filter(({ status }) => status !== success && !status.startsWith("1"))
    .map(({ status, content }) => `${propertyKey(status)}: ${bodyType(content, context)}`);
}

function bodyType(content: readonly MediaType[], context: TypeContext): string {
  if (content.length === 0) return "void";
  const types = content.map((media) =>
    isBlob(media) ? context.imports.runtimeType("Binary") : mediaType(media, context),
  );
  return types.includes("unknown") ? "unknown" : [...new Set(types)].join(" | ");
}

function handlerType(name: string, args: readonly string[], answers: readonly string[]): string {
  const others = answers.length === 0 ? [] : [`{ ${answers.join("; ")} }`];
  const line = `Handler<${[...args, ...others].join(", ")}>`;
  if (`  ${name}: ${line};`.length <= 100) return line;
  const [only = ""] = others;
  const broken =
    only.length + "    ".length <= 100
      ? others
      : [`{\n${answers.map((member) => `      ${member};\n`).join("")}    }`];
  return `Handler<\n${[...args, ...broken].map((argument) => `    ${argument}`).join(",\n")}\n  >`;
}

function routeText(operation: Operation, resource: ResourceId, context: TypeContext): string {
  return bindingText("route", "handlers", operation, resource, context);
}

/**
 * A call that binds an operation to what implements it.
 *
 * @param bind What is called.
 * @param holder What holds the implementation, by the name of the operation's method.
 */
export function bindingText(
  bind: string,
  holder: string,
  operation: Operation,
  resource: ResourceId,
  context: TypeContext,
): string {
  const { names, imports } = context;
  const file = operationsFile(resource, names);
  const descriptor = imports.value(names.descriptor(operation.id), file);
  const args = [descriptor, `${holder}.${names.method(operation.id)}`];
  const depth = 2;
  const members = details(operation, depth + 1, context);
  if (members.length === 0) return listText(`${bind}(`, args, ")", 4, 1, depth);
  const object = `{ ${members.join(", ")} }`;
  const line = `${bind}(${[...args, object].join(", ")})`;
  if (4 + line.length + 1 <= 100 && !object.includes("\n")) return line;
  const head = `${bind}(${args.join(", ")}, {`;
  if (4 + head.length <= 100) {
    return `${head}\n${members.map((member) => `      ${member},\n`).join("")}    })`;
  }
  const deeper = details(operation, depth + 2, context);
  const broken = `{\n${deeper.map((member) => `        ${member},\n`).join("")}      }`;
  return `${bind}(\n${[...args, broken].map((argument) => `      ${argument},\n`).join("")}    )`;
}

/** @param depth Nesting of the members' lines. */
function details(operation: Operation, depth: number, context: TypeContext): string[] {
  const { path, params } = inputShapes(operation, depth, context);
  const takes = operation.params && validatorName(operation.params.schema, context);
  const shapes = bodyShapes(operation, context);
  return [
    ...scopes(operation, depth),
    ...(path === undefined ? [] : [`path: ${path}`]),
    ...pathValidators(operation, depth, context),
    ...(params === undefined ? [] : [`shape: ${params}`]),
    ...(shapes.length === 0 ? [] : [listMember("shapes", shapes, depth)]),
    ...(takes === undefined ? [] : [`params: ${takes}`]),
    ...outputValidators(operation, depth, context),
    ...answerValidators(operation, depth, context),
  ];
}

/** What the alternatives ask for beside who calls, where they ask for anything. */
function scopes({ security }: Operation, depth: number): string[] {
  const asked = security.map(({ schemes }) =>
    Object.fromEntries(
      schemes.flatMap((one) => (one.scopes.length > 0 ? [[one.id, one.scopes]] : [])),
    ),
  );
  if (asked.every((one) => Object.keys(one).length === 0)) return [];
  const head = "scopes: ";
  return [head + valueText(asked, indentation(depth).length + head.length, 1, depth)];
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

function answerValidators(
  { responses, success }: Operation,
  depth: number,
  context: TypeContext,
): string[] {
  const members = responses.flatMap(({ status, content }) => {
    const [media] = content;
    const schema = media && content.length === 1 ? answerSchema(media) : undefined;
    const name = schema === undefined ? undefined : validatorName(schema, context);
    return name === undefined || status === success ? [] : [`${propertyKey(status)}: ${name}`];
  });
  return members.length === 0 ? [] : [listMember("answers", members, depth)];
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
