import { expect } from "vitest";
import type { Sandbox } from "@specwright/sandbox";
import { planApi } from "../../packages/sandbox/src/plan/plan-api.ts";
import type { OperationPlan } from "../../packages/sandbox/src/plan/api-plan.ts";
import { sample } from "../../packages/sandbox/src/schema/minimal.ts";
import { Schemas } from "../../packages/sandbox/src/schema/schemas.ts";
import { call, crudOf, paymentsApi, pathWith, type Values } from "./sandbox.ts";

const { model, examples } = await paymentsApi();
export const schemas: Schemas = new Schemas(model);
const { operations } = planApi(model, examples, schemas);

/** Resources of the API in `spec/` whose objects can be created and found again. */
export const resources = crudOf(operations);

/** An object, and its id. */
export type Made = Values & { readonly id: string };

/** Params of a creation or a change, as the document shows them. */
export function paramsOf({ operation }: OperationPlan): Values {
  const shown = examples.operations[`${operation.method} ${operation.path}`]?.requests[0];
  const schema = operation.requestBody?.content[0]?.schema;
  const made = shown ?? (schema && sample(schema, schemas));
  const { id: _, ...params } = Object(made);
  return params;
}

/** Ids of the objects that a path leads through; those that can be made are made. */
export async function parentsOf(sandbox: Sandbox, plan: OperationPlan): Promise<string[]> {
  const ids: string[] = [];
  for (const { collection } of plan.parents) {
    const maker = operations.find(
      (one) => one.collection === collection && one.deed.kind === "create",
    );
    const given = operations.find(
      (one) => one.collection === collection && one.deed.kind === "list",
    );
    if (maker) ids.push((await create(sandbox, maker, ids)).id);
    else if (given)
      ids.push(String(items(await call(sandbox, `GET ${pathWith(given, ids)}`))[0]?.["id"]));
    else ids.push("obj_elsewhere");
  }
  return ids;
}

export async function create(
  sandbox: Sandbox,
  plan: OperationPlan,
  parents: readonly string[],
): Promise<Made> {
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
export async function walk(
  sandbox: Sandbox,
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
