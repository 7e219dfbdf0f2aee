import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  call,
  type Crud,
  crudOf,
  paymentsApi,
  paymentsSandbox,
  pathWith,
  type Values,
} from "../helpers/sandbox.ts";
import { planApi } from "../../packages/sandbox/src/plan/plan-api.ts";
import type { OperationPlan } from "../../packages/sandbox/src/plan/api-plan.ts";
import { Schemas } from "../../packages/sandbox/src/schema/schemas.ts";
import { sample } from "../../packages/sandbox/src/schema/minimal.ts";

const { model, examples } = await paymentsApi();
const schemas = new Schemas(model);
const { operations } = planApi(model, examples, schemas);
const resources = crudOf(operations);
const sandbox = await paymentsSandbox();

const RUNS = { numRuns: 6 };

/** Params of a creation or a change, as the document shows them. */
function paramsOf({ operation }: OperationPlan): Values {
  const shown = examples.operations[`${operation.method} ${operation.path}`]?.requests[0];
  const schema = operation.requestBody?.content[0]?.schema;
  const made = shown ?? (schema && sample(schema, schemas));
  const { id: _, ...params } = Object(made);
  return params;
}

/** Ids of the objects that a path leads through; those that can be made are made. */
async function parentsOf(plan: OperationPlan): Promise<string[]> {
  const ids: string[] = [];
  for (const { collection } of plan.parents) {
    const maker = operations.find(
      (one) => one.collection === collection && one.deed.kind === "create",
    );
    const given = operations.find(
      (one) => one.collection === collection && one.deed.kind === "list",
    );
    if (maker) ids.push((await create(maker, ids)).id);
    else if (given)
      ids.push(String(items(await call(sandbox, `GET ${pathWith(given, ids)}`))[0]?.["id"]));
    else ids.push("obj_elsewhere");
  }
  return ids;
}

async function create(
  plan: OperationPlan,
  parents: readonly string[],
): Promise<Values & { id: string }> {
  const { status, body } = await call(
    sandbox,
    `${plan.operation.method} ${pathWith(plan, parents)}`,
    paramsOf(plan),
  );
  expect(status, JSON.stringify(body)).toBe(200);
  return { ...body, id: String(body["id"]) };
}

function items({ body }: { readonly body: Values }): Values[] {
  const data = body["data"];
  return Array.isArray(data) ? data : [];
}

/** All that a list holds, page by page. @param made One of its objects. */
async function walk(
  list: OperationPlan,
  parents: readonly string[],
  made: Values,
  limit: number,
  between?: () => Promise<unknown>,
): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ""; ; after = `&starting_after=${ids.at(-1) ?? ""}`) {
    const page = await call(
      sandbox,
      `GET ${pathWith(list, parents)}?limit=${limit}${after}${needed(list, made)}`,
    );
    expect(page.status).toBe(200);
    expect(items(page).length).toBeLessThanOrEqual(limit);
    ids.push(...items(page).map(({ id }) => String(id)));
    if (page.body["has_more"] !== true) return ids;
    await between?.();
  }
}

/** Query parameters that a list cannot do without, with the values of one of its objects. */
function needed({ operation }: OperationPlan, made: Values): string {
  const required = operation.parameters.filter((one) => one.in === "query" && one.required);
  return required.map(({ name }) => `&${name}=${String(made[name])}`).join("");
}

describe("every resource of the API that can be created", () => {
  it("is among those that the laws are held for", () => {
    expect(resources.length).toBeGreaterThan(25);
  });
});

describe.each<Crud>([...resources])(
  "$name",
  ({ create: maker, retrieve, list, update, remove }) => {
    it("is found as it was made, and answers as its schema says", async () => {
      const parents = await parentsOf(maker);
      const made = await create(maker, parents);
      const found = await call(sandbox, `GET ${pathWith(retrieve, [...parents, made.id])}`);
      expect(found).toMatchObject({ status: 200, body: made });
      const { answer } = retrieve;
      if (!answer) throw new Error("There is no schema.");
      expect(schemas.validator(answer, "answer").issues(found.body)).toEqual([]);
    });

    it("is not found under an id that nobody has", async () => {
      const parents = await parentsOf(maker);
      const { status, body } = await call(
        sandbox,
        `GET ${pathWith(retrieve, [...parents, "nobody"])}`,
      );
      expect({ status, body }).toMatchObject({
        status: 404,
        body: { error: { code: "resource_missing", param: retrieve.idKey } },
      });
    });

    if (list)
      it("is listed once, the newest first, whatever the size of a page and whoever writes meanwhile", async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.integer({ min: 1, max: 5 }),
            fc.integer({ min: 1, max: 4 }),
            fc.boolean(),
            async (count, limit, writes) => {
              const parents = await parentsOf(maker);
              const made = [await create(maker, parents)];
              while (made.length < count) made.unshift(await create(maker, parents));
              const ids = made.map(({ id }) => id);
              const between = writes ? () => create(maker, parents) : undefined;
              const listed = await walk(list, parents, made[0] ?? {}, limit, between);
              expect(new Set(listed).size).toBe(listed.length);
              expect(listed.filter((id) => ids.includes(id))).toEqual(ids);
            },
          ),
          RUNS,
        );
      });

    if (update)
      it("is changed once by the same change made twice", async () => {
        const parents = await parentsOf(maker);
        const made = await create(maker, parents);
        const target = pathWith(update, [...parents, made.id]);
        const params = paramsOf(update);
        const first = await call(sandbox, `POST ${target}`, params);
        const second = await call(sandbox, `POST ${target}`, params);
        expect(first.status, JSON.stringify(first.body)).toBe(200);
        expect(second.body).toEqual(first.body);
        expect(
          (await call(sandbox, `GET ${pathWith(retrieve, [...parents, made.id])}`)).body,
        ).toEqual(first.body);
      });

    if (remove)
      it("is gone once it is deleted", async () => {
        const parents = await parentsOf(maker);
        const [kept, made] = [await create(maker, parents), await create(maker, parents)];
        const gone = await call(sandbox, `DELETE ${pathWith(remove, [...parents, made.id])}`);
        expect(gone).toMatchObject({ status: 200, body: { id: made.id, deleted: true } });
        expect(
          (await call(sandbox, `GET ${pathWith(retrieve, [...parents, made.id])}`)).status,
        ).toBe(404);
        expect(
          (await call(sandbox, `DELETE ${pathWith(remove, [...parents, made.id])}`)).status,
        ).toBe(404);
        if (!list) return;
        const listed = await walk(list, parents, kept, 100);
        expect(listed).toContain(kept.id);
        expect(listed).not.toContain(made.id);
      });
  },
);
