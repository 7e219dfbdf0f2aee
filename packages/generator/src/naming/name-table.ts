import { InternalError } from "../diagnostics/internal-error.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { operationNouns, resourceNoun, resourcePlural } from "./nouns.ts";
import type {
  ApiModel,
  Operation,
  OperationId,
  Owner,
  Resource,
  ResourceId,
  SchemaId,
} from "../model/api-model.ts";
import { camelCase, pascalCase } from "./casing.ts";
import { Claims, type Family } from "./claims.ts";
import { toIdentifier } from "./identifier.ts";
import { operationPhrase } from "./operation-phrase.ts";
import { resourceFiles } from "./resource-files.ts";

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
  /** `createCustomerBalanceTransaction` */
  descriptor(operation: OperationId): string;
  /** `CreateCustomerBalanceTransactionInput` */
  input(operation: OperationId): string;
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
  readonly routes: string;
}

/**
 * Decides names in a fixed order: the API's own, components, resources, operations. A name that is taken or cannot be
 * declared gives way to a longer one; two that stay equal are a diagnostic. Never a number to break a tie.
 */
export function createNameTable(model: ApiModel, report: Report): NameTable {
  const claims = new Claims(report);
  const api = apiNames(model.name, claims);
  const types = new Map(
    model.schemas.map(({ id }) => [
      id,
      claims.claimFamily(`the schema "${id}"`, typeCandidates(id)),
    ]),
  );
  const resources = new Map(
    model.resources.map((resource) => [resource.id, resourceNames(resource, claims)]),
  );
  const operations = new Map(
    model.resources.flatMap(({ operations: own }) =>
      own.map((operation) => [operation.id, operationNames(operation, claims)] as const),
    ),
  );
  const methods = new Map(model.resources.flatMap(methodNames));
  const files = resourceFiles(owners(model));
  return {
    type: (id) => known(types, id),
    guard: (id) => guardName(known(types, id)),
    explain: (id) => explainName(known(types, id)),
    validator: (id) => validatorName(known(types, id)),
    shape: (id) => shapeName(known(types, id)),
    descriptor: (id) => known(operations, id).descriptor,
    input: (id) => known(operations, id).input,
    method: (id) => known(methods, id),
    resourceClass: (id) => known(resources, id).className,
    handlers: (id) => known(resources, id).handlers,
    routes: (id) => known(resources, id).routes,
    resourceProperty: (id) => toIdentifier(id.split(".").at(-1) ?? id),
    resourceFile: (id) => known(files, id),
    schemaFile: (owner) => `${owner === "shared" ? "shared" : known(files, owner)}.ts`,
    api,
  };
}

function owners({ resources, schemas }: ApiModel): Owner[] {
  const all = [...resources.map(({ id }) => id), ...schemas.map(({ owner }) => owner)];
  return [...new Set(all)].filter((owner) => owner !== "shared");
}

function typeCandidates(id: SchemaId): Family[] {
  const name = toIdentifier(id);
  return [name, `${name}Schema`, `${name}Type`].map((type) => [
    type,
    ...TYPE_PARTS.map((part) => part(type)),
  ]);
}

const guardName = (type: string): string => `is${type}`;
const explainName = (type: string): string => `explain${type}`;
const validatorName = (type: string): string => `${lowerFirst(type)}Validator`;
const shapeName = (type: string): string => `${lowerFirst(type)}Shape`;
const TYPE_PARTS = [guardName, explainName, validatorName, shapeName];

function apiNames(name: string, claims: Claims): ApiNames {
  const word = toIdentifier(name);
  const claim = (wanted: string): string => claims.claim("the API", [wanted]);
  return {
    client: claim(`${word}Client`),
    clientOptions: claim(`${word}ClientOptions`),
    requestOptions: claim(`${word}RequestOptions`),
    connect: claim(`connect${word}`),
    descriptor: claim(`${lowerFirst(word)}Api`),
    handlers: claim(`${word}Handlers`),
    serverOptions: claim(`${word}ServerOptions`),
    createHandler: claim(`create${word}Handler`),
    routes: claim(`${lowerFirst(word)}Routes`),
  };
}

function resourceNames(
  { id, operations }: Resource,
  claims: Claims,
): { className: string; handlers: string; routes: string } {
  const plural = toIdentifier(resourcePlural(id));
  const lower = lowerFirst(plural);
  const claim = (...names: string[]): string =>
    claims.claim(`the resource "${id}"`, names, operations[0]?.at);
  return {
    className: claim(plural, `${plural}Resource`, `${plural}ApiResource`),
    handlers: claim(`${plural}Handlers`, `${plural}ResourceHandlers`),
    routes: claim(`${lower}Routes`, `${lower}ResourceRoutes`),
  };
}

function operationNames(
  operation: Operation,
  claims: Claims,
): { descriptor: string; input: string } {
  const { resource, name } = operationNouns(operation.id);
  const noun =
    name === "list" || operation.pagination ? resourcePlural(resource) : resourceNoun(resource);
  const verb = camelCase(name);
  // A verb that already says its noun is not made to say it twice: `getPetById`, not `getPetByIdPet`.
  const saysNoun = pascalCase(verb).includes(resourceNoun(resource));
  const owner = `the operation "${operation.id}"`;
  const claim = (...names: string[]): string => claims.claim(owner, names, operation.at);
  const descriptor = claim(
    toIdentifier(saysNoun && !isShort(verb) ? verb : operationPhrase(verb, noun)),
    toIdentifier(`${verb}${noun}`),
    toIdentifier(`${verb}${noun}Operation`),
  );
  const stem = upperFirst(descriptor);
  const input = claim(`${stem}Input`, `${stem}CallInput`, `${stem}OperationInput`);
  return { descriptor, input };
}

// `create`, `list`: a verb of one word needs its noun.
function isShort(verb: string): boolean {
  return !/\p{Lu}/u.test(verb);
}

// Any name may stand after a dot, but these would change what an object is.
const SPECIAL_METHODS = new Set([
  "constructor",
  "then",
  "toString",
  "valueOf",
  "prototype",
  "transport",
]);

/** Method names of one resource: each operation's verb, longer where it is special or taken. */
function methodNames({ operations }: Resource): [OperationId, string][] {
  const taken = new Set<string>(SPECIAL_METHODS);
  return operations.map(({ id, name }) => {
    let method = toIdentifier(camelCase(name));
    while (taken.has(method)) method += "Operation";
    taken.add(method);
    return [id, method];
  });
}

function known<Value>(names: ReadonlyMap<string, Value>, id: string): Value {
  const name = names.get(id);
  if (name === undefined) throw new InternalError("no name was decided", { id });
  return name;
}

function lowerFirst(name: string): string {
  const [first = ""] = name;
  return first.toLowerCase() + name.slice(first.length);
}

function upperFirst(name: string): string {
  const [first = ""] = name;
  return first.toUpperCase() + name.slice(first.length);
}
