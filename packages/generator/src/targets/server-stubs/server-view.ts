import type { ApiModel, Resource } from "../../model/api-model.ts";
import { asksForCredentials, isSecured } from "../shared/secured.ts";
import { CONTRACT } from "../shared/contract.ts";
import { listText, objectText } from "../shared/layout.ts";
import type { TypeContext } from "../shared/type-text.ts";
import { handlersFile } from "./handlers-view.ts";
import { SECURITY_FILE } from "./security-view.ts";

/** What `server-stubs/server` prints. */
export type ServerView = {
  readonly handlers: string;
  /** Members of the tree of handlers, a line each, indented. */
  readonly tree: readonly string[];
  readonly options: string;
  readonly contract: number;
  /** Names for who calls; `null` where no operation asks for credentials. */
  readonly security: { readonly principals: string; readonly credentials: string } | null;
  readonly createHandler: string;
  readonly createPartialHandler: string;
  readonly routes: string;
  readonly routesSignature: string;
  /** The list of all routes: a spread call for each resource. */
  readonly routeList: string;
  /** The Security Schemes as an object literal. */
  readonly securitySchemes: string;
  /** Where an error keeps its parts, as an object literal; `null` where the spec does not tell. */
  readonly envelope: string | null;
};

export function serverView(model: ApiModel, context: TypeContext): ServerView {
  const { api } = context.names;
  const { imports } = context;
  imports.runtimeType("PartlyImplemented", "server");
  imports.runtimeType("PartialHandlers", "server");
  imports.runtimeType("Route", "server");
  imports.runtimeType("ServerOptions", "server");
  imports.runtimeValue("createHandler", "server");
  const roots = model.resources.filter(({ id }) => !id.includes("."));
  const envelope = errorEnvelope(model);
  return {
    handlers: api.handlers,
    tree: roots.flatMap((resource) => treeLines(resource, model, 1, context)),
    options: api.serverOptions,
    contract: CONTRACT,
    security: isSecured(model) ? securityNames(context) : null,
    createHandler: api.createHandler,
    createPartialHandler: api.createPartialHandler,
    routes: api.routes,
    routesSignature: listText(
      "(",
      [`handlers: PartialHandlers<${api.handlers}${isSecured(model) ? "<never>" : ""}>`],
      "): Route[]",
      `export function ${api.routes}`.length,
      " {".length,
      0,
    ),
    routeList: listText(
      "[",
      model.resources
        .filter(({ operations }) => operations.length > 0)
        .map((resource) => `...${binding(resource, context)}`),
      "]",
      "  return ".length,
      ";".length,
      1,
    ),
    securitySchemes: securitySchemes(model),
    envelope,
  };
}

function securityNames({ names, imports }: TypeContext): NonNullable<ServerView["security"]> {
  const { principals, credentials } = names.api;
  imports.runtimeType("PrincipalHooks", "server");
  imports.runtimeType("PrincipalsOf", "server");
  return {
    principals: imports.type(principals, SECURITY_FILE),
    credentials: imports.type(credentials, SECURITY_FILE),
  };
}

function binding(resource: Resource, context: TypeContext): string {
  const { names, imports } = context;
  const routes = imports.value(names.routes(resource.id), handlersFile(resource.id, names));
  const path = prefixes(resource.id).map((id) => names.resourceProperty(id));
  return `${routes}(handlers.${path.join("?.")} ?? {})`;
}

function prefixes(id: string): string[] {
  const segments = id.split(".");
  return segments.map((_, index) => segments.slice(0, index + 1).join("."));
}

function treeLines(
  resource: Resource,
  model: ApiModel,
  depth: number,
  context: TypeContext,
): string[] {
  const { names, imports } = context;
  const gap = "  ".repeat(depth);
  const property = `${gap}readonly ${names.resourceProperty(resource.id)}:`;
  const level = resource.id.split(".").length + 1;
  const children = model.resources.filter(
    ({ id }) => id.startsWith(`${resource.id}.`) && id.split(".").length === level,
  );
  const own =
    resource.operations.length > 0
      ? imports.type(names.handlers(resource.id), handlersFile(resource.id, names)) +
        (asksForCredentials(resource, model.securitySchemes) ? "<Principals>" : "")
      : undefined;
  if (children.length === 0) return own === undefined ? [] : [`${property} ${own};`];
  const open = own === undefined ? `${property} {` : `${property} ${own} & {`;
  return [
    open,
    ...children.flatMap((child) => treeLines(child, model, depth + 1, context)),
    `${gap}};`,
  ];
}

function securitySchemes(model: ApiModel): string {
  const entries = model.securitySchemes.map((scheme) => [
    scheme.id,
    { ...scheme, id: undefined, docs: undefined, option: undefined },
  ]);
  return entries.length === 0 ? "{}" : objectText(Object.fromEntries(entries), 0);
}

function errorEnvelope(model: ApiModel): string | null {
  if (!model.errors) return null;
  const { types, ...rest } = model.errors;
  const byStatus = Object.fromEntries(types.map(({ status, type }) => [status, type]));
  return objectText({ ...rest, types: types.length > 0 ? byStatus : undefined }, 0);
}
