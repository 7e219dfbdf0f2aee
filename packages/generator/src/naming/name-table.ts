import { InternalError } from "../diagnostics/internal-error.ts";
import { nameCollision } from "../diagnostics/catalog/model.ts";
import type { Place, Report } from "../diagnostics/diagnostic.ts";
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
import { camelCase, kebabCase, pascalCase } from "./casing.ts";
import { isDeclarable, toIdentifier } from "./identifier.ts";

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
  const files = resourceFiles(model.resources.map(({ id }) => id));
  return {
    type: (id) => known(types, id),
    guard: (id) => guardName(known(types, id)),
    explain: (id) => explainName(known(types, id)),
    validator: (id) => validatorName(known(types, id)),
    shape: (id) => shapeName(known(types, id)),
    descriptor: (id) => known(operations, id).descriptor,
    input: (id) => known(operations, id).input,
    method: (id) => known(operations, id).method,
    resourceClass: (id) => known(resources, id).className,
    handlers: (id) => known(resources, id).handlers,
    routes: (id) => known(resources, id).routes,
    resourceProperty: (id) => toIdentifier(id.split(".").at(-1) ?? id),
    resourceFile: (id) => known(files, id),
    schemaFile: (owner) => `${owner === "shared" ? "shared" : known(files, owner)}.ts`,
    api,
  };
}

/** A name and those that are made from it; they are free together or not at all. */
type Family = readonly [string, ...string[]];

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
    className: claim(plural, `${plural}Resource`),
    handlers: claim(`${plural}Handlers`, `${plural}ResourceHandlers`),
    routes: claim(`${lower}Routes`, `${lower}ResourceRoutes`),
  };
}

function operationNames(
  operation: Operation,
  claims: Claims,
): { descriptor: string; input: string; method: string } {
  const { resource, name } = operationNouns(operation.id);
  const noun =
    name === "list" || operation.pagination ? resourcePlural(resource) : resourceNoun(resource);
  const verb = camelCase(name);
  // A verb that already says its noun is not made to say it twice: `getPetById`, not `getPetByIdPet`.
  const saysNoun = pascalCase(verb).includes(resourceNoun(resource));
  const owner = `the operation "${operation.id}"`;
  const claim = (...names: string[]): string => claims.claim(owner, names, operation.at);
  const descriptor = claim(
    toIdentifier(saysNoun && !isShort(verb) ? verb : verb + noun),
    toIdentifier(`${verb}${noun}`),
    toIdentifier(`${verb}${noun}Operation`),
  );
  const stem = upperFirst(descriptor);
  const input = claim(`${stem}Input`, `${stem}CallInput`, `${stem}OperationInput`);
  return { descriptor, input, method: methodName(verb) };
}

// `create`, `list`: a verb of one word needs its noun.
function isShort(verb: string): boolean {
  return !/\p{Lu}/u.test(verb);
}

// Any name may stand after a dot, but these would change what an object is.
function methodName(verb: string): string {
  const name = toIdentifier(verb);
  const special = ["constructor", "then", "toString", "valueOf", "prototype", "transport"].includes(
    name,
  );
  return special ? `${name}Operation` : name;
}

/** Files that are not a resource's own; a resource of that name gets a longer one. */
const RESERVED_FILES = new Set(["index", "shared", "client", "connect", "router"]);

function resourceFiles(ids: readonly ResourceId[]): Map<ResourceId, string> {
  return new Map(
    ids.map((id) => {
      const path = id.split(".").map((segment) => kebabCase(segment) || "unnamed");
      const [first = ""] = path;
      const safe =
        RESERVED_FILES.has(first) || isDeviceName(first)
          ? [`${first}-resource`, ...path.slice(1)]
          : path;
      return [id, safe.join("/")];
    }),
  );
}

// Windows takes these as devices, whatever their ending.
function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name);
}

class Claims {
  readonly #owners = new Map<string, string>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  claim(owner: string, candidates: readonly string[], at?: Place): string {
    return this.claimFamily(
      owner,
      candidates.map((name) => [name]),
      at,
    );
  }

  /** Takes the first candidate of which every name is free, and gives its first name, after which the others are made. */
  claimFamily(owner: string, candidates: readonly Family[], at?: Place): string {
    const family = candidates.find((names) => names.every((name) => this.#isFree(name)));
    for (const name of family ?? []) this.#owners.set(name, owner);
    if (family) return family[0];
    const last = candidates.at(-1) ?? [owner];
    const taken = last.find((name) => !this.#isFree(name)) ?? last[0];
    this.#report(nameCollision(taken, this.#owners.get(taken) ?? "the runtime", owner, at));
    return last[0];
  }

  #isFree(name: string): boolean {
    return isDeclarable(name) && !this.#owners.has(name);
  }
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
