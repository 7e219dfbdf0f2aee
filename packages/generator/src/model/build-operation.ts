import type { Node } from "../resolve/spec-document.ts";
import type { HttpMethod, Operation, Parameter, Response, SecurityScheme } from "./api-model.ts";
import { buildBody } from "./build-body.ts";
import { serverUrl } from "./build-servers.ts";
import { buildParameters } from "./build-parameters.ts";
import { buildResponses } from "./build-responses.ts";
import { buildSecurity } from "./build-security.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs } from "./docs.ts";
import type { OperationNouns } from "../naming/nouns.ts";
import { buildPagination } from "./pagination/build-pagination.ts";
import { gatherParams } from "./params-schema.ts";
import { items, texts } from "./read.ts";

/** An Operation Object together with what surrounds it. */
export interface OperationSource {
  readonly id: string;
  readonly nouns: OperationNouns;
  readonly node: Node;
  readonly pathItem: Node;
  /** The entry under `paths`: what a message about the path points at. */
  readonly pathEntry: Node;
  readonly path: string;
  readonly method: HttpMethod;
}

/** OpenAPI 3.1, section 4.8.10 (Operation Object). */
export function buildOperation(
  source: OperationSource,
  securitySchemes: readonly SecurityScheme[],
  root: Node,
  context: ModelContext,
): Operation {
  const { id, nouns, method, path, node } = source;
  const { parameters, headers, idempotencyHeader } = buildParameters(source, nouns.params, context);
  const body = buildBody(node, method, nouns.params, context);
  const { requestBody, params, keyed } = gatherParams(parameters, body, nouns.params, context);
  const described = buildResponses(node, nouns.response, context);
  const list = { node, method, path, parameters: keyed, params, responses: described };
  const pagination = buildPagination(list, context);
  const responses = pagination ? described.map(preferredOnly) : described;
  const success = successOf(responses);
  const server = ownServer(source, context);
  return {
    id,
    name: nouns.name,
    noun: nouns.noun,
    method,
    path,
    tags: texts(node, "tags", context),
    docs: buildDocs(node, context),
    parameters: sortByPath(keyed, path),
    ...(requestBody && { requestBody }),
    ...(params && { params }),
    responses,
    ...(success && { success: success.status }),
    security: buildSecurity(node, root, securitySchemes, context),
    headers,
    ...(idempotencyHeader !== undefined && { idempotencyHeader }),
    ...(pagination && { pagination }),
    ...(server !== undefined && { server }),
    at: node.at,
  };
}

function successOf(responses: readonly Response[]): Response | undefined {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  return successes.find(({ content }) => content.length > 0) ?? successes[0];
}

// The pages of a list are all read in one way.
function preferredOnly(response: Response): Response {
  return { ...response, content: response.content.slice(0, 1) };
}

function ownServer({ node, pathItem }: OperationSource, context: ModelContext): string | undefined {
  const [server] = [...items(node, "servers", context), ...items(pathItem, "servers", context)];
  return server && serverUrl(server, context);
}

function sortByPath(parameters: readonly Parameter[], path: string): Parameter[] {
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const rest = parameters.filter((parameter) => parameter.in !== "path");
  const place = (parameter: Parameter): number => path.indexOf(`{${parameter.name}}`);
  return [...inPath.sort((a, b) => place(a) - place(b)), ...rest];
}
