import { describe, expect, it } from "vitest";
import { readApiAt, type ReadApi } from "../../packages/generator/src/reading.ts";
import type { ListPlan, OperationPlan } from "../../packages/sandbox/src/plan/api-plan.ts";
import { planApi } from "../../packages/sandbox/src/plan/plan-api.ts";
import { Schemas } from "../../packages/sandbox/src/schema/schemas.ts";
import { createSandbox, type Sandbox } from "@specwright/sandbox";
import { type PlainRequest, requestsOf, toRequest } from "../helpers/api-requests.ts";
import { corpusDocuments } from "../helpers/corpus.ts";
import { type Crud, crudOf, type Values } from "../helpers/sandbox.ts";

// What holds for every resource of ours holds for those of others: created is found, listed once, gone after deletion.

/** A document with its sandbox. */
class Trial {
  readonly operations: readonly OperationPlan[];
  readonly idProperty: (plan: OperationPlan) => string;
  readonly #requests: ReadonlyMap<string, PlainRequest>;
  readonly #sandbox: Sandbox;

  constructor(api: ReadApi, sandbox: Sandbox) {
    const plan = planApi(api.model, api.examples, new Schemas(api.model));
    this.operations = plan.operations;
    this.idProperty = ({ collection }) => plan.collections.get(collection)?.idProperty ?? "id";
    this.#requests = new Map(requestsOf(api).map((request) => [request.operation, request]));
    this.#sandbox = sandbox;
  }

  /** Calls an operation with these ids in its path, and these parameters in its query. */
  async call(
    plan: OperationPlan,
    ids: Values,
    query: Values = {},
  ): Promise<{ status: number; body: unknown }> {
    const { path } = plan.operation;
    const request = this.#requests.get(plan.operation.id);
    if (!request) throw new Error(`There is no request for ${plan.operation.id}.`);
    const [shown = "", shownQuery = ""] = request.target.split("?");
    const values = { ...valuesIn(path, shown), ...ids };
    const target = path.replaceAll(/\{([^}]*)\}/g, (_, name: string) =>
      encodeURIComponent(String(values[name])),
    );
    const search = new URLSearchParams(shownQuery);
    for (const [name, value] of Object.entries(query)) search.set(name, String(value));
    const made = toRequest({ ...request, target: `${target}?${search.toString()}` });
    const response = await this.#sandbox.fetch(made);
    const text = await response.text();
    return {
      status: response.status,
      body: text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text,
    };
  }

  /** Ids of the objects on the way, by the names of their path parameters; `undefined` where one cannot be made. */
  async parentsOf(plan: OperationPlan): Promise<Values | undefined> {
    let ids: Values = {};
    for (const { key, collection } of plan.parents) {
      if (collection === undefined) continue;
      const crud = crudOf(this.operations).find(({ create }) => create.collection === collection);
      const made = crud && (await this.make(crud, ids));
      if (!made) return undefined;
      ids = { ...ids, [nameOf(plan, key)]: made.id };
    }
    return ids;
  }

  async make({ create }: Crud, ids: Values): Promise<{ id: string; value: Values } | undefined> {
    const { status, body } = await this.call(create, ids);
    if (status >= 300) return undefined;
    const value = objectOf(create.wrapper === undefined ? body : Object(body)[create.wrapper]);
    const id = value[this.idProperty(create)];
    return id === undefined ? undefined : { id: String(id), value };
  }

  /** Ids of all that a list holds, page by page, two at a time. */
  async walk(
    plan: OperationPlan,
    list: ListPlan,
    ids: Values,
    between: () => Promise<unknown>,
  ): Promise<string[]> {
    const found: string[] = [];
    const query: Record<string, unknown> = list.limit === undefined ? {} : { [list.limit]: 2 };
    for (let page = 1; page < 200; page += 1) {
      const { status, body } = await this.call(plan, ids, named(plan, query));
      expect(status, JSON.stringify(body)).toBeLessThan(300);
      const items = list.items.reduce<unknown>((at, key) => Object(at)[key], body);
      const values = Array.isArray(items) ? items.map(objectOf) : [];
      found.push(...values.map((value) => String(value[this.idProperty(plan)])));
      const token = list.next?.reduce<unknown>((at, key) => Object(at)[key], body);
      if (values.length === 0) return found;
      if (list.token !== undefined && list.next) {
        if (token === undefined || token === null || token === "") return found;
        query[list.token] = token;
      } else if (list.after !== undefined) query[list.after] = values.at(-1)?.[list.cursor];
      else if (list.offset !== undefined) query[list.offset] = found.length;
      else if (list.page !== undefined) query[list.page] = page + 1;
      else return found;
      await between();
    }
    throw new Error(`${plan.operation.id} does not end.`);
  }
}

function objectOf(value: unknown): Values {
  return Object(value);
}

/** Values of the path parameters in a path. */
function valuesIn(template: string, path: string): Values {
  const names = [...template.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
  const source = template
    .split(/\{[^}]*\}/)
    .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join("([^/]*?)");
  const found = new RegExp(`^${source}$`).exec(path) ?? [];
  return Object.fromEntries(
    names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? "x")]),
  );
}

function nameOf({ operation }: OperationPlan, key: string): string {
  return operation.parameters.find((one) => one.in === "path" && one.key === key)?.name ?? key;
}

/** Query parameters as they are called on the wire. */
function named({ operation }: OperationPlan, query: Values): Values {
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [
      operation.parameters.find((one) => one.in === "query" && one.key === key)?.name ?? key,
      value,
    ]),
  );
}

/** `/droplets/{}/actions` and `/actions/{}` may lead to the same objects, under parents that are not the same. */
function isOnePath({ create, retrieve }: Crud): boolean {
  return retrieve.operation.path.startsWith(create.operation.path.replace(/\.json$/, ""));
}

/** @returns Whether there was an object to try the laws on: examples of some documents are not what their schemas say. */
async function holdsFor(crud: Crud, trial: Trial): Promise<boolean> {
  const above = await trial.parentsOf(crud.create);
  const made = above && (await trial.make(crud, above));
  if (!above || !made) return false;
  const at = (plan: OperationPlan): Values => ({
    ...sameParents(crud.create, plan, above),
    [nameOf(plan, plan.idKey ?? "id")]: made.id,
  });
  const unwrapped = (plan: OperationPlan, body: unknown): Values =>
    objectOf(plan.wrapper === undefined ? body : Object(body)[plan.wrapper]);
  const look = (): Promise<{ status: number; body: unknown }> =>
    trial.call(crud.retrieve, at(crud.retrieve));
  const found = await look();
  expect(found.status, `${crud.retrieve.operation.id} ${JSON.stringify(found.body)}`).toBe(200);
  const value = unwrapped(crud.retrieve, found.body);
  for (const [key, own] of Object.entries(made.value)) {
    // A creation may show once what is never shown again.
    if (Object.hasOwn(value, key))
      expect([crud.name, key, value[key]]).toEqual([crud.name, key, own]);
  }
  const { list } = crud;
  if (list?.deed.kind === "list") {
    const { deed } = list;
    const isFiltered = list.operation.parameters.some((one) => one.in === "query" && one.required);
    // Pages that are counted move when something is put before them: that is their nature.
    const isSteady = deed.list.next !== undefined || deed.list.after !== undefined;
    const second = await trial.make(crud, above);
    let left = 3;
    const between = async (): Promise<unknown> =>
      isSteady && left-- > 0 ? trial.make(crud, above) : undefined;
    const listed = await trial.walk(
      list,
      deed.list,
      sameParents(crud.create, list, above),
      between,
    );
    expect(new Set(listed).size, `${list.operation.id} repeats`).toBe(listed.length);
    if (!isFiltered && second && second.id !== made.id) {
      const own = listed.filter((id) => id === made.id || id === second.id);
      expect([list.operation.id, own]).toEqual([list.operation.id, [second.id, made.id]]);
    }
  }
  if (crud.update) {
    const first = await trial.call(crud.update, at(crud.update));
    if (first.status < 300) {
      const after = await look();
      await trial.call(crud.update, at(crud.update));
      const again = await look();
      // A new time is all that a second time may leave.
      expect(Object.keys(objectOf(again.body))).toEqual(Object.keys(objectOf(after.body)));
      expect(again.status).toBe(after.status);
    }
  }
  if (crud.remove) {
    const gone = await trial.call(crud.remove, at(crud.remove));
    expect(gone.status, crud.remove.operation.id).toBeLessThan(300);
    expect([crud.name, (await look()).status]).toEqual([crud.name, 404]);
  }
  return true;
}

/** The ids of the same parents, under the names that another operation has for them. */
function sameParents(from: OperationPlan, to: OperationPlan, ids: Values): Values {
  return Object.fromEntries(
    to.parents.flatMap(({ key }, index) => {
      const other = from.parents[index];
      const id = other && ids[nameOf(from, other.key)];
      return id === undefined ? [] : [[nameOf(to, key), id]];
    }),
  );
}

const documents = corpusDocuments("sandbox/corpus-laws");

describe.skipIf(documents.length === 0)("documents of others", () => {
  it.each(documents.map(({ name, path }) => [name, path] as const))(
    "%s: what was created is found, listed once, and gone after deletion",
    async (name, path) => {
      const api = await readApiAt(path, "/");
      const sandbox = await createSandbox(api.model, { examples: api.examples, seed: 1 });
      const trial = new Trial(api, sandbox);
      const all = crudOf(trial.operations).filter(isOnePath);
      let held = 0;
      for (const crud of all) if (await holdsFor(crud, trial)) held += 1;
      console.info(`${name}: ${held} of ${all.length} resources.`);
      expect(held).toBeGreaterThanOrEqual(all.length * 0.9);
    },
  );
});
