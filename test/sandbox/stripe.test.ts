import { afterAll, describe, expect, it } from "vitest";
import { Stripe } from "stripe-acacia";
import { planApi } from "../../packages/sandbox/src/plan/plan-api.ts";
import type { OperationPlan } from "../../packages/sandbox/src/plan/api-plan.ts";
import { Schemas } from "../../packages/sandbox/src/schema/schemas.ts";
import { crudOf, paymentsApi, paymentsSandbox, type Values } from "../helpers/sandbox.ts";

/**
 * The official client of the API, as it is published, of the version that the spec describes. It talks to the sandbox over
 * the network of this machine.
 */
const { model, examples } = await paymentsApi();
const { operations } = planApi(model, examples, new Schemas(model));
const sandbox = await paymentsSandbox();
const { port } = await sandbox.listen();
const stripe = new Stripe("sk_test_123", {
  host: "127.0.0.1",
  port,
  protocol: "http",
  maxNetworkRetries: 0,
  telemetry: false,
});
afterAll(() => sandbox.close());

type Method = (
  ...args: readonly unknown[]
) => Promise<Values> & AsyncIterable<Values & { readonly id: string }>;

/** What the published client does not have, since it is no more than a preview, or what it sends to a host of its own. */
const ABSENT = new Set([
  "capital.financingOffers.list",
  "capital.financingOffers.markDelivered",
  "capital.financingOffers.retrieve",
  "capital.financingSummary.retrieve",
  "crypto.onramp.quotes.retrieve",
  "crypto.onrampSessions.create",
  "crypto.onrampSessions.list",
  "crypto.onrampSessions.retrieve",
  "issuing.fundingInstructions.create",
  "issuing.fundingInstructions.list",
  "quotes.pdf",
  "terminal.hardwareProducts.list",
  "terminal.hardwareProducts.retrieve",
  "terminal.hardwareShippingMethods.list",
  "terminal.hardwareShippingMethods.retrieve",
  "terminal.hardwareSkus.list",
  "terminal.hardwareSkus.retrieve",
  "testHelpers.issuing.fundBalance",
  "v2.billing.meterEventStream.create",
]);

/** Where the client has a name of its own. */
const NAMES: Readonly<Record<string, string>> = {
  "billing.creditGrants.void": "voidGrant",
  "invoices.upcomingLineItems.list": "listUpcomingLines",
};

/** The method of the client that calls an operation: on the resource, or on the one above it. */
function methodOf({ operation }: OperationPlan): Method | undefined {
  const [verb = "", last = "", ...above] = operation.id.split(".").reverse();
  const parents = above.reverse();
  const special = NAMES[operation.id];
  const names =
    special === undefined ? (verb === "delete" ? ["del", "delete"] : [verb]) : [special];
  const nouns = [last, last.replace(/s$/, ""), last.replace(/ies$/, "y")].map(pascal);
  const own = walk([...parents, last]);
  const holder = walk(parents);
  return (
    find(own, [...names, ...nouns.map((noun) => verb + noun)]) ??
    find(holder, [
      ...names.slice(0, special === undefined ? 0 : 1),
      ...nouns.map((noun) => verb + noun),
    ])
  );
}

function walk(keys: readonly string[]): unknown {
  return keys.reduce<unknown>((holder, key) => Object(holder)[key], stripe);
}

function find(holder: unknown, names: readonly string[]): Method | undefined {
  for (const name of names) {
    const found: unknown = Object(holder)[name];
    if (typeof found === "function") return (...args) => Reflect.apply(found, holder, args);
  }
  return undefined;
}

function pascal(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function paramsOf({ operation }: OperationPlan): Values {
  const { id: _, ...params } = Object(
    examples.operations[`${operation.method} ${operation.path}`]?.requests[0],
  );
  return params;
}

function methodFor(plan: OperationPlan): Method {
  const method = methodOf(plan);
  if (!method) throw new Error(`The client has no method for ${plan.operation.id}.`);
  return method;
}

/** One call; it must have reached the operation that it is named after. */
async function called(plan: OperationPlan, ...args: readonly unknown[]): Promise<Values> {
  const result = await methodFor(plan)(...args);
  expect(sandbox.requests.at(-1)).toMatchObject({ operation: plan.operation.id, status: 200 });
  return result;
}

const callable = operations.filter(({ operation }) => !ABSENT.has(operation.id));

/** Ids of the objects that a path leads through: made with the client, where it can make them. */
async function parentsOf(plan: OperationPlan): Promise<string[]> {
  const ids: string[] = [];
  for (const { collection } of plan.parents) ids.push(await idIn(collection, ids));
  return ids;
}

async function idIn(collection: string | undefined, above: readonly string[]): Promise<string> {
  const own = callable.filter(
    (one) => one.collection === collection && one.parents.length === above.length,
  );
  const maker = own.find(({ deed }) => deed.kind === "create");
  if (maker) return String((await called(maker, ...above, paramsOf(maker)))["id"]);
  const list = own.find(({ deed }) => deed.kind === "list");
  if (!list) return "obj_elsewhere";
  const [first] = Object((await called(list, ...above, needed(list)))["data"]);
  return String(Object(first).id);
}

/** Query parameters that an operation cannot do without. */
function needed({ operation }: OperationPlan): Values {
  const shown = examples.operations[`${operation.method} ${operation.path}`]?.parameters ?? {};
  const required = operation.parameters.filter((one) => one.in === "query" && one.required);
  return Object.fromEntries(required.map(({ name }) => [name, shown[name] ?? "fa_elsewhere"]));
}

describe("the official client", () => {
  it("has a method for every operation but previews", () => {
    expect(callable.filter((plan) => !methodOf(plan)).map(({ operation }) => operation.id)).toEqual(
      [],
    );
    expect(callable.length).toBeGreaterThan(240);
  });

  it.each(crudOf(callable).map((crud) => [crud.name, crud] as const))(
    "%s: makes objects, finds them, changes them, walks through their list and deletes them",
    async (_, crud) => {
      const parents = await parentsOf(crud.create);
      const made = [await called(crud.create, ...parents, paramsOf(crud.create))];
      while (made.length < 3)
        made.unshift(await called(crud.create, ...parents, paramsOf(crud.create)));
      const ids = made.map(({ id }) => String(id));
      const [id = ""] = ids;
      expect(await called(crud.retrieve, ...parents, id)).toMatchObject(made[0] ?? {});
      if (crud.update) {
        const changed = await called(crud.update, ...parents, id, paramsOf(crud.update));
        expect(await called(crud.retrieve, ...parents, id)).toEqual(changed);
      }
      if (crud.list) {
        const listed: string[] = [];
        const filter = Object.fromEntries(
          Object.keys(needed(crud.list)).map((name) => [name, made[0]?.[name]]),
        );
        const pages = methodFor(crud.list)(...parents, { ...filter, limit: 1 });
        for await (const object of pages) listed.push(object.id);
        expect(listed.filter((one) => ids.includes(one))).toEqual(ids);
        expect(new Set(listed).size).toBe(listed.length);
      }
      if (crud.remove) {
        expect(await called(crud.remove, ...parents, id)).toMatchObject({ id, deleted: true });
        await expect(methodFor(crud.retrieve)(...parents, id)).rejects.toMatchObject({
          statusCode: 404,
          code: "resource_missing",
        });
      }
    },
  );

  const actions = callable.filter(({ deed }) => deed.kind === "act");
  it.each(actions.map((plan) => [plan.operation.id, plan] as const))(
    "%s: moves an object to the state of that name",
    async (_, plan) => {
      const parents = await parentsOf(plan);
      const id = await idIn(plan.collection, parents);
      const moved = await called(plan, ...parents, id, paramsOf(plan));
      const { deed } = plan;
      const state =
        deed.kind === "act" ? deed.moves.find(({ path: [name] }) => name === "status") : undefined;
      expect(moved).toMatchObject({ id, ...(state && { status: state.value }) });
    },
  );

  const others = callable.filter(({ deed }) =>
    ["find", "make", "read-single", "write-single"].includes(deed.kind),
  );
  it.each(others.map((plan) => [plan.operation.id, plan] as const))(
    "%s: gets an answer",
    async (_, plan) => {
      const parents = await parentsOf(plan);
      const params = { ...needed(plan), ...paramsOf(plan) };
      const maker = callable.find(
        (one) => one.collection === plan.collection && one.deed.kind === "create",
      );
      const made = plan.deed.kind === "find" && maker ? await called(maker, paramsOf(maker)) : {};
      const same = Object.entries(params).map(([key, value]) => [key, made[key] ?? value]);
      expect(await called(plan, ...parents, Object.fromEntries(same))).toMatchObject(
        made["id"] === undefined ? {} : { id: made["id"] },
      );
    },
  );
});
