import type {
  ApiModel,
  NamedSchema,
  Operation,
  Resource,
  SchemaId,
} from "../../model/api-model.ts";
import { answerMedia, argumentName, pathParameters } from "../shared/operation-parts.ts";
import { sampleOf } from "./sample.ts";

/** An operation with values for its arguments, so that a snippet can call it. */
export interface SampledOperation {
  readonly operation: Operation;
  readonly resource: string;
  /** By key of the input, in path order. */
  readonly path: readonly (readonly [key: string, value: unknown])[];
  /** Absent where the call is complete without them. */
  readonly params?: object;
}

/** What the snippets of a README show, as far as the API has such operations. */
export interface ChosenOperations {
  /** One that only reads. */
  readonly read?: SampledOperation;
  /** One that sends something. */
  readonly write?: SampledOperation;
  readonly list?: SampledOperation;
}

type Schemas = ReadonlyMap<SchemaId, NamedSchema>;

/** Operations of one resource that has all three, so that a reader meets one noun; else of whichever has them. */
export function chooseOperations(model: ApiModel, schemas: Schemas): ChosenOperations {
  for (const resource of model.resources) {
    const chosen = chooseAmong([resource], schemas);
    const { read, write, list } = chosen;
    if (read && write && list && isRead(read.operation) && read.path.length === 1) return chosen;
  }
  return chooseAmong(model.resources, schemas);
}

function chooseAmong(resources: readonly Resource[], schemas: Schemas): ChosenOperations {
  const all = resources.flatMap(({ id, operations }) =>
    operations
      .filter(({ docs }) => docs.deprecated !== true)
      .map((operation) => ({ operation, resource: id })),
  );
  const first = (
    test: (operation: Operation) => boolean,
    enough: (sampled: SampledOperation) => boolean = () => true,
  ): SampledOperation | undefined => {
    for (const { operation, resource } of all) {
      const sampled = test(operation) ? sampleOperation(operation, resource, schemas) : undefined;
      if (sampled && enough(sampled)) return sampled;
    }
    return undefined;
  };
  const read =
    first(
      (one) => isRead(one) && pathParameters(one).length === 1,
      ({ params }) => !params,
    ) ??
    first(isRead) ??
    first(() => true);
  const write = first(
    ({ method }) => method === "POST",
    ({ params = {} }) => Object.keys(params).length > 0,
  );
  const list = first(
    ({ pagination }) => pagination !== undefined,
    ({ params }) => !params,
  );
  return { ...(read && { read }), ...(write && { write }), ...(list && { list }) };
}

function isRead({ method, pagination }: Operation): boolean {
  return method === "GET" && !pagination;
}

function sampleOperation(
  operation: Operation,
  resource: string,
  schemas: Schemas,
): SampledOperation | undefined {
  const [media] = answerMedia(operation);
  if (media && media.kind !== "json") return undefined;
  const path = pathParameters(operation).map(
    (one) => [one.key, sampleOf(one.schema, schemas, argumentName(one))] as const,
  );
  if (path.some(([, value]) => value === undefined)) return undefined;
  const { params } = operation;
  if (!params) return { operation, resource, path };
  const isGet = operation.method === "GET";
  if (params.optional && isGet) return { operation, resource, path };
  const named = schemas.get(params.schema);
  const sample = named && sampleOf(named.schema, schemas);
  if (typeof sample === "object" && sample !== null) {
    return { operation, resource, path, params: sample };
  }
  return params.optional ? { operation, resource, path } : undefined;
}
