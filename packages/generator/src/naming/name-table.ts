import { InternalError } from "../diagnostics/internal-error.ts";
import type { ApiModel, OperationId, Owner, ResourceId, SchemaId } from "../model/api-model.ts";
import { Claims } from "./claims.ts";
import { descriptorNames, successHeaders } from "./descriptor-names.ts";
import { errorName } from "./error-names.ts";
import { lowerFirst } from "./first-letter.ts";
import { toIdentifier } from "./identifier.ts";
import { resourceFiles } from "./resource-files.ts";
import { methodNames, resourceNames, resourceProperty } from "./resource-names.ts";

/** Every name of the generated code, decided once. */
export interface NameTable {
  /** `CustomerBalanceTransaction` */
  type(schema: SchemaId): string;
  /** `isCustomerBalanceTransaction` */
  guard(schema: SchemaId): string;
  /** `explainCustomerBalanceTransaction` */
  explain(schema: SchemaId): string;
  /** `customerBalanceTransactionValidator` */
  validator(schema: SchemaId): string;
  /** `customerBalanceTransactionShape` */
  shape(schema: SchemaId): string;
  /** `customerBalanceTransactionWire` */
  wire(schema: SchemaId): string;
  /** `CustomerBalanceTransactionExpands` */
  expands(schema: SchemaId): string;
  /** `createCustomerBalanceTransaction` */
  descriptor(operation: OperationId): string;
  /** `CreateCustomerBalanceTransactionInput` */
  input(operation: OperationId): string;
  /** `CreateCustomerBalanceTransactionOutputs`; only of an operation whose answer may come in several media types. */
  outputs(operation: OperationId): string;
  /** `create` */
  method(operation: OperationId): string;
  /** `CustomerBalanceTransactions` */
  resourceClass(resource: ResourceId): string;
  /** `CustomerBalanceTransactionsHandlers` */
  handlers(resource: ResourceId): string;
  /** `customerBalanceTransactionRoutes` */
  routes(resource: ResourceId): string;
  /** `balanceTransactions`, the property of the parent. */
  resourceProperty(resource: ResourceId): string;
  /** `customers/balance-transactions`: path of its files, without ending. */
  resourceFile(resource: ResourceId): string;
  /** Path of the file that declares the schemas of an owner: `schemas/…` below the target's folder. */
  schemaFile(owner: Owner): string;
  /** `CardError`, of the errors that a word tells. */
  errorClass(word: string): string;
  /** Names that belong to the whole API. */
  readonly api: ApiNames;
}

export interface ApiNames {
  readonly client: string;
  readonly clientOptions: string;
  readonly requestOptions: string;
  readonly connect: string;
  readonly descriptor: string;
  readonly handlers: string;
  readonly serverOptions: string;
  readonly createHandler: string;
  readonly createPartialHandler: string;
  /** `""` where the API has no Security Schemes, as `principals`. */
  readonly credentials: string;
  readonly principals: string;
  readonly routes: string;
  /** What webhooks bring; only where there are any. */
  readonly webhook: string;
  /** What receives them. */
  readonly webhooks: string;
  /** The servers, with their variables; only where there is a choice. */
  readonly servers: string;
  /** What gives the base URL of one. */
  readonly server: string;
  /** The headers of answers; only where the spec describes any. */
  readonly headers: string;
}

/**
 * Decides names in a fixed order: the API's own, components, resources, operations. A name that is taken or cannot be
 * declared gives way to a longer one. Never a number to break a tie.
 */
export function createNameTable(model: ApiModel): NameTable {
  const claims = new Claims();
  const api = apiNames(model, claims);
  const types = new Map(model.schemas.map(({ id }) => [id, typeName(id, claims)]));
  // Callbacks last, so that they take no name from what is called.
  const all = [...model.resources, ...model.callbacks];
  const resources = new Map(all.map((resource) => [resource.id, resourceNames(resource, claims)]));
  const operations = new Map(
    all.flatMap(({ operations: own }) =>
      own.map((operation) => [operation.id, descriptorNames(operation, claims)] as const),
    ),
  );
  // Last, so that they take no name from what was there before them.
  const errors = new Map(
    (model.errorTypes?.types ?? []).map(({ word }) => [
      word,
      errorName(word, toIdentifier(model.name), claims),
    ]),
  );
  const children = childrenOf(model);
  const methods = new Map(
    all.flatMap((resource) => methodNames(resource, children.get(resource.id) ?? [])),
  );
  const files = resourceFiles(owners(model));
  return {
    type: (id) => known(types, id),
    guard: (id) => guardName(known(types, id)),
    explain: (id) => explainName(known(types, id)),
    validator: (id) => validatorName(known(types, id)),
    shape: (id) => shapeName(known(types, id)),
    wire: (id) => wireName(known(types, id)),
    expands: (id) => expandsName(known(types, id)),
    descriptor: (id) => known(operations, id).descriptor,
    input: (id) => known(operations, id).input,
    outputs: (id) => known(operations, id).outputs ?? known(operations, id).input,
    method: (id) => known(methods, id),
    resourceClass: (id) => known(resources, id).className,
    handlers: (id) => known(resources, id).handlers,
    routes: (id) => known(resources, id).routes,
    resourceProperty,
    resourceFile: (id) => known(files, id),
    schemaFile: (owner) => `${owner === "shared" ? "shared" : known(files, owner)}.ts`,
    errorClass: (word) => known(errors, word),
    api,
  };
}

function childrenOf({ resources }: ApiModel): ReadonlyMap<ResourceId, ResourceId[]> {
  const children = new Map<ResourceId, ResourceId[]>(resources.map(({ id }) => [id, []]));
  for (const { id } of resources) children.get(id.split(".").slice(0, -1).join("."))?.push(id);
  return children;
}

// A resource may be called `shared`: its schemas stand in the shared file, the rest of it in files of its own.
function owners({ resources, callbacks, schemas }: ApiModel): Owner[] {
  const others = schemas.map(({ owner }) => owner).filter((owner) => owner !== "shared");
  return [...new Set([...[...resources, ...callbacks].map(({ id }) => id), ...others])];
}

function typeName(id: SchemaId, claims: Claims): string {
  const name = toIdentifier(id);
  return claims.claim(`the schema "${id}"`, [name, `${name}Schema`, `${name}Type`], (type) => [
    type,
    ...TYPE_PARTS.map((part) => part(type)),
  ]);
}

const guardName = (type: string): string => `is${type}`;
const explainName = (type: string): string => `explain${type}`;
const validatorName = (type: string): string => `${lowerFirst(type)}Validator`;
const shapeName = (type: string): string => `${lowerFirst(type)}Shape`;
const wireName = (type: string): string => `${lowerFirst(type)}Wire`;
const expandsName = (type: string): string => `${type}Expands`;
const TYPE_PARTS = [guardName, explainName, validatorName, shapeName, wireName, expandsName];

function apiNames(model: ApiModel, claims: Claims): ApiNames {
  const { name, webhooks, servers, securitySchemes } = model;
  const word = toIdentifier(name);
  const claim = (wanted: string): string => claims.claim("the API", [wanted]);
  // A name that nothing has must not be taken from anything.
  const isCalled = webhooks.some(({ schema }) => schema);
  const isSecured = securitySchemes.length > 0;
  return {
    webhook: isCalled ? claim(`${word}Webhook`) : "",
    webhooks: isCalled ? claim(`${lowerFirst(word)}Webhooks`) : "",
    client: claim(`${word}Client`),
    clientOptions: claim(`${word}ClientOptions`),
    requestOptions: claim(`${word}RequestOptions`),
    connect: claim(`connect${word}`),
    descriptor: claim(`${lowerFirst(word)}Api`),
    handlers: claim(`${word}Handlers`),
    serverOptions: claim(`${word}ServerOptions`),
    createHandler: claim(`create${word}Handler`),
    createPartialHandler: claim(`createPartial${word}Handler`),
    credentials: isSecured ? claim(`${word}Credentials`) : "",
    principals: isSecured ? claim(`${word}Principals`) : "",
    routes: claim(`${lowerFirst(word)}Routes`),
    servers: hasChoice(servers) ? claim(`${word}Servers`) : "",
    server: hasChoice(servers) ? claim(`${lowerFirst(word)}Server`) : "",
    headers: hasHeaders(model) ? claim(`${word}Headers`) : "",
  };
}

/** Whether there is something to choose: another server, or the value of a variable. */
export function hasChoice(servers: ApiModel["servers"]): boolean {
  return servers.length > 1 || servers.some(({ variables }) => variables.length > 0);
}

function hasHeaders({ resources, callbacks }: ApiModel): boolean {
  return [...resources, ...callbacks].some(({ operations }) =>
    operations.some((operation) => successHeaders(operation).length > 0),
  );
}

function known<Value>(names: ReadonlyMap<string, Value>, id: string): Value {
  const name = names.get(id);
  if (name === undefined) throw new InternalError("no name was decided", { id });
  return name;
}
