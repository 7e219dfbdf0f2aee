import { join } from "node:path";
import { readApiAt, type ReadApi } from "../../packages/generator/src/reading.ts";
import type { OperationPlan } from "../../packages/sandbox/src/plan/api-plan.ts";
import { createSandbox, type Sandbox, type SandboxOptions } from "@specwright/sandbox";

const root = join(import.meta.dirname, "../..");
let read: Promise<ReadApi> | undefined;

/** The API in `spec/`, read once. */
export function paymentsApi(): Promise<ReadApi> {
  return (read ??= readApiAt(join(root, "spec/openapi.yaml"), root));
}

let plain: Sandbox | undefined;

/**
 * A sandbox of the API in `spec/`, as at its start. Without options it is always the same one, so that it is made once a
 * file. Whatever goes wrong inside of it fails the call.
 */
export async function paymentsSandbox(options?: SandboxOptions): Promise<Sandbox> {
  const { model, examples } = await paymentsApi();
  const make = (): Promise<Sandbox> =>
    createSandbox(model, { examples, seed: 1, onError: fail, ...options });
  if (options) return make();
  plain ??= await make();
  plain.reset();
  return plain;
}

function fail(error: unknown): never {
  throw error;
}

/** An answer, read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Values;
}

export type Values = Readonly<Record<string, unknown>>;

/** One call, as somebody with a key makes it. A body goes as a form, or as JSON where the path begins with `/v2`. */
export async function call(
  sandbox: Pick<Sandbox, "fetch">,
  line: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const [method = "", target = ""] = line.split(" ");
  const isJson = target.startsWith("/v2");
  const response = await sandbox.fetch(
    new Request(`http://localhost${target}`, {
      method,
      headers: {
        authorization: "Bearer sk_test_123",
        ...(body !== undefined && {
          "content-type": isJson ? "application/json" : "application/x-www-form-urlencoded",
        }),
        ...headers,
      },
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : formOf(body) }),
    }),
  );
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? {} : JSON.parse(text),
  };
}

/** `items[0][price]=…` */
export function formOf(body: unknown): string {
  const pairs: string[] = [];
  const walk = (key: string, value: unknown): void => {
    if (Array.isArray(value)) value.forEach((item, index) => walk(`${key}[${index}]`, item));
    else if (typeof value === "object" && value !== null) {
      for (const [name, part] of Object.entries(value))
        walk(key === "" ? name : `${key}[${name}]`, part);
    } else pairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(String(value ?? ""))}`);
  };
  walk("", body);
  return pairs.join("&");
}

/** The operations of one collection that laws speak of. */
export interface Crud {
  readonly name: string;
  readonly create: OperationPlan;
  readonly retrieve: OperationPlan;
  readonly list?: OperationPlan;
  readonly update?: OperationPlan;
  readonly remove?: OperationPlan;
}

/** Collections whose objects can be created and found again. */
export function crudOf(operations: readonly OperationPlan[]): readonly Crud[] {
  return operations.flatMap((create): Crud[] => {
    const own = operations.filter(({ collection }) => collection === create.collection);
    const of = (kind: string): OperationPlan | undefined =>
      own.find(
        ({ deed, parents }) => deed.kind === kind && parents.length === create.parents.length,
      );
    const retrieve = of("retrieve");
    if (create.deed.kind !== "create" || !retrieve) return [];
    const others = { list: of("list"), update: of("update"), remove: of("delete") };
    const found = Object.entries(others).filter(([, value]) => value !== undefined);
    return [{ name: create.operation.id, create, retrieve, ...Object.fromEntries(found) }];
  });
}

/** The path of an operation with these ids in it, in their order. */
export function pathWith({ operation }: OperationPlan, ids: readonly string[]): string {
  let index = 0;
  return operation.path.replaceAll(/\{[^}]*\}/g, () => encodeURIComponent(ids[index++] ?? ""));
}
