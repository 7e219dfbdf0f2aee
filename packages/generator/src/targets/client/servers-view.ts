import type { ApiModel, Server, ServerVariable } from "../../model/api-model.ts";
import { hasChoice } from "../../naming/name-table.ts";
import { docView, proseOf, type DocView } from "../shared/doc-view.ts";
import { objectText, unionText } from "../shared/layout.ts";
import { propertyKey, stringLiteral } from "../shared/literals.ts";
import type { TypeContext } from "../shared/type-text.ts";

/** What `client/servers` prints. */
export type ServersView = {
  /** The type that has the variables of each. */
  readonly servers: string;
  readonly members: readonly ServerView[];
  /** What the runtime must know of the variables, as an object literal. */
  readonly variables: string;
  /** The function that gives a base URL. */
  readonly name: string;
  readonly docs: DocView | null;
};

export type ServerView = {
  /** The URL as the spec spells it, as it stands in front of the colon. */
  readonly key: string;
  readonly docs: DocView | null;
  /** Empty where the URL has none. */
  readonly variables: readonly ServerVariableView[];
};

export type ServerVariableView = {
  readonly name: string;
  readonly type: string;
  readonly docs: DocView | null;
};

/** The servers of the API; `undefined` where there is nothing to choose. */
export function serversView(model: ApiModel, context: TypeContext): ServersView | undefined {
  if (!hasChoice(model.servers)) return undefined;
  const { api } = context.names;
  context.imports.runtimeValue("serverUrl");
  context.imports.runtimeType("ServerVariables");
  const servers = [...new Map(model.servers.map((one) => [one.template, one])).values()];
  const variables = servers.map((server) => [server.template, descriptorOf(server)] as const);
  return {
    servers: api.servers,
    members: servers.map(serverView),
    variables: objectText(Object.fromEntries(variables), 0),
    name: api.server,
    docs: docView([
      `The base URL of a server of the API, for the client option \`baseUrl\`.`,
      "@throws {TypeError} for a value that the variable must not have.",
    ]),
  };
}

function serverView({ template, variables, docs }: Server): ServerView {
  return {
    key: propertyKey(template),
    docs: docView(proseOf(docs), 2),
    variables: variables.map(variableView),
  };
}

function variableView({ name, values, docs }: ServerVariable): ServerVariableView {
  const key = propertyKey(name);
  const before = `    ${key}?: `.length;
  return {
    name: key,
    type: values ? unionText(values.map(stringLiteral), before, 1, 2) : "string",
    docs: docView(proseOf(docs), 4),
  };
}

function descriptorOf({ variables }: Server): object {
  const described = variables.map((one) => [
    one.name,
    { default: one.default, values: one.values },
  ]);
  return Object.fromEntries(described);
}
