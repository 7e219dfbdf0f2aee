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
/** Operations that have answered the client. */
const answered = new Set<string>();
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

/** The same client for what it sends to hosts of its own: whatever the host, the sandbox is asked. */
const elsewhere = new Stripe("sk_test_123", {
  maxNetworkRetries: 0,
  telemetry: false,
  httpClient: Stripe.createFetchHttpClient((url: string, init: RequestInit) => {
    const { pathname, search } = new URL(url);
    return fetch(`http://127.0.0.1:${port}${pathname}${search}`, init);
  }),
});

/** Operations whose host is not that of the others. */
const OTHER_HOSTS = new Set(["quotes.pdf", "v2.billing.meterEventStream.create"]);

/** Answers 200 without a body, as the reference has it; the client looks for JSON even there, and complains. */
const BODILESS = "v2.billing.meterEventStream.create";

/** What the published client does not have, since the API was no more than a preview. */
const PREVIEWS = new Set([
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
  "terminal.hardwareProducts.list",
  "terminal.hardwareProducts.retrieve",
  "terminal.hardwareShippingMethods.list",
  "terminal.hardwareShippingMethods.retrieve",
  "terminal.hardwareSkus.list",
  "terminal.hardwareSkus.retrieve",
  "testHelpers.issuing.fundBalance",
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
  const client = OTHER_HOSTS.has(operation.id) ? elsewhere : stripe;
  const own = walk(client, [...parents, last]);
  const holder = walk(client, parents);
  return (
    find(own, [...names, ...nouns.map((noun) => verb + noun)]) ??
    find(holder, [
      ...names.slice(0, special === undefined ? 0 : 1),
      ...nouns.map((noun) => verb + noun),
    ])
  );
}

function walk(client: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((holder, key) => Object(holder)[key], client);
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

function reached({ operation }: OperationPlan): void {
  expect(sandbox.requests.at(-1)).toMatchObject({ operation: operation.id, status: 200 });
  answered.add(operation.id);
}

/** One call; it must have reached the operation that it is named after. */
async function called(plan: OperationPlan, ...args: readonly unknown[]): Promise<Values> {
  const result = await methodFor(plan)(...args);
  reached(plan);
  return result;
}

const callable = operations.filter(({ operation }) => !PREVIEWS.has(operation.id));

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
    const methodless = operations.filter((plan) => !methodOf(plan));
    expect(methodless.map(({ operation }) => operation.id).sort()).toEqual([...PREVIEWS].sort());
    expect(callable.length).toBeGreaterThan(250);
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
        reached(crud.list);
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

  // What nobody can create is there from the start, and so are objects without an id.
  const tried = new Set<unknown>([
    ...crudOf(callable).flatMap((crud): unknown[] => Object.values(crud)),
    ...actions,
  ]);
  const others = callable.filter((plan) => !tried.has(plan));
  it.each(others.map((plan) => [plan.operation.id, plan] as const))(
    "%s: gets an answer",
    async (_, plan) => {
      const parents = await parentsOf(plan);
      const params = { ...needed(plan), ...paramsOf(plan) };
      switch (plan.deed.kind) {
        case "list": {
          const listed: string[] = [];
          const isPaged = plan.operation.parameters.some(({ name }) => name === "limit");
          const pages = methodFor(plan)(...parents, { ...params, ...(isPaged && { limit: 1 }) });
          for await (const { id } of pages) listed.push(id);
          reached(plan);
          expect(new Set(listed).size).toBe(listed.length);
          return;
        }
        case "retrieve":
        case "update":
        case "delete": {
          const id = await idIn(plan.collection, parents);
          const answer = await called(plan, ...parents, id, ...(isEmpty(params) ? [] : [params]));
          expect(answer).toMatchObject({ id });
          return;
        }
        case "find": {
          const maker = callable.find(
            (one) => one.collection === plan.collection && one.deed.kind === "create",
          );
          const made = maker ? await called(maker, paramsOf(maker)) : {};
          const same = Object.entries(params).map(([key, value]) => [key, made[key] ?? value]);
          const found = await called(plan, ...parents, Object.fromEntries(same));
          expect(found).toMatchObject(made["id"] === undefined ? {} : { id: made["id"] });
          return;
        }
        case "make":
          if (plan.operation.id === BODILESS) {
            await expect(called(plan, params)).rejects.toThrow("Invalid JSON received");
            reached(plan);
            return;
          }
          expect(await called(plan, ...parents, params)).toBeDefined();
          return;
        default:
          expect(await called(plan, ...parents, params)).toBeDefined();
      }
    },
  );

  it("has called every operation that it has a method for", () => {
    const ids = callable.map(({ operation }) => operation.id);
    expect(ids.filter((id) => !answered.has(id))).toEqual([]);
  });
});

function isEmpty(params: Values): boolean {
  return Object.keys(params).length === 0;
}
