import { Agent, request as httpRequest } from "node:http";
import { paymentsRoutes } from "@specwright/generated-server-stubs";
import { createHandler, type Route, toNodeListener } from "@specwright/runtime/server";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { isRecord } from "../../packages/runtime/src/validate/index.ts";
import { type DescribedOperation, readApiDocument } from "../helpers/api-document.ts";
import { type PlainRequest, requestsOf } from "../helpers/api-requests.ts";
import { bend } from "../helpers/bend-request.ts";
import { formOf, paymentsApi } from "../helpers/sandbox.ts";
import { type JsonSchema, toJsonSchemas } from "../judges/json-schema.ts";
import { createRandom, mutate, ValueMaker } from "../judges/sample-values.ts";
import { serve } from "./raw-socket.ts";

// Requests made from the spec and then bent, over a socket to the generated stubs: each is answered as a validator of others
// judges its values, and none makes the server fail.

/** Requests of each kind. `SPECWRIGHT_REQUESTS=100000` makes more; give it `--testTimeout 600000`. */
const COUNT = Number(process.env["SPECWRIGHT_REQUESTS"] ?? 2_000);

interface Served {
  /** The status of the answer. */
  send(request: PlainRequest): Promise<number>;
  /** What the last handler was given; cleared by asking. */
  take(): Given | undefined;
  readonly errors: readonly unknown[];
  close(): Promise<void>;
}

interface Given {
  readonly operation: string;
  readonly input: unknown;
}

/** All routes of the stubs, each with a handler that writes down what it is given. */
async function servePayments(adapt: (route: Route) => Route = (route) => route): Promise<Served> {
  const errors: unknown[] = [];
  let given: Given | undefined;
  const routes = paymentsRoutes({}).map((bare): Route => {
    const { operation, ...route } = adapt(bare);
    const handle = (input: unknown): void => void (given = { operation: operation.id, input });
    return { ...route, operation: { ...operation, security: [] }, handle };
  });
  const handler = createHandler({
    routes,
    securitySchemes: {},
    responseValidation: "off",
    onError: (error) => void errors.push(error),
  });
  const served = await serve(toNodeListener(handler));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    errors,
    send: (request) => send(request, served.port, agent),
    take() {
      const taken = given;
      given = undefined;
      return taken;
    },
    close() {
      agent.destroy();
      return served.close();
    },
  };
}

function send(
  { method, target, headers, body }: PlainRequest,
  port: number,
  agent: Agent,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      port,
      host: "127.0.0.1",
      path: target,
      method,
      // Where the client would leave it out, as for DELETE, the body would pass for the next request.
      headers: { ...headers, "content-length": Buffer.byteLength(body ?? "") },
      agent,
    });
    request.on("response", (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
      response.on("error", reject);
    });
    request.on("error", reject);
    request.end(body);
  });
}

/** An operation, and how its values are judged. */
interface Judged {
  readonly operation: DescribedOperation;
  readonly schema: JsonSchema;
  /** Of values with their types, and of texts whose types the schema tells, strictly or with lists of one. */
  readonly typed: ValidateFunction;
  readonly texts: ValidateFunction;
  readonly lists: ValidateFunction;
}

interface Judges {
  readonly maker: ValueMaker;
  readonly judged: readonly Judged[];
}

/** Made once: to read the spec and to compile its schemas takes most of the time. */
let asked: Promise<Judges> | undefined;

async function judges(): Promise<Judges> {
  const { schemas, operations } = await readApiDocument();
  const all = toJsonSchemas(Object.fromEntries(schemas));
  const validators = ([false, true, "array"] as const).map((coerceTypes) => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false, coerceTypes });
    return ajv.addSchema({ $id: "spec:all", components: { schemas: all } });
  });
  const judged = operations.map((operation): Judged => {
    const own = operation.body?.schema ?? querySchema(operation);
    const { schema = true } = toJsonSchemas({ schema: own });
    const anchored = absolute(schema);
    const [typed, texts, lists] = validators.map((ajv) => ajv.compile(anchored));
    if (!typed || !texts || !lists) throw new Error("no validator");
    return { operation, schema, typed, texts, lists };
  });
  return { maker: new ValueMaker(all, createRandom(17)), judged };
}

/** What no parameter is named after is refused, as are unknown properties of the bodies. */
function querySchema({ parameters }: DescribedOperation): Readonly<Record<string, unknown>> {
  const inQuery = parameters.filter((parameter) => parameter["in"] === "query");
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(inQuery.map(({ name, schema }) => [String(name), schema])),
    required: inQuery.filter(({ required }) => required === true).map(({ name }) => String(name)),
  };
}

/** References into the components of the document that the validator knows. */
function absolute(schema: JsonSchema): JsonSchema & object {
  const text = JSON.stringify(typeof schema === "object" ? schema : {});
  return JSON.parse(text.replaceAll('"$ref":"#/', '"$ref":"spec:all#/'));
}

function targetOf({ path }: DescribedOperation): string {
  return path.replaceAll(/\{[^}]*\}/g, "a1");
}

/** Values of the spec, half of them with one or two places changed. */
function* values(maker: ValueMaker, schema: JsonSchema, random: () => number): Generator {
  for (;;) {
    const made = maker.make(schema);
    yield made;
    const bent = mutate(made, random);
    yield random() < 0.5 ? bent : mutate(bent, random);
  }
}

interface Tally {
  readonly complaints: string[];
  accepted: number;
  refused: number;
}

async function play(
  count: number,
  played: readonly Judged[],
  maker: ValueMaker,
  round: (judged: Judged, value: unknown, tally: Tally) => Promise<void>,
): Promise<Tally> {
  const tally: Tally = { complaints: [], accepted: 0, refused: 0 };
  const random = createRandom(29);
  const sources = played.map((judged) => ({ judged, made: values(maker, judged.schema, random) }));
  for (let done = 0; done < count;) {
    for (const { judged, made } of sources) {
      await round(judged, made.next().value, tally);
      done += 1;
    }
  }
  return tally;
}

function settle(tally: Tally, accepted: boolean, expected: boolean, what: string): void {
  tally[accepted ? "accepted" : "refused"] += 1;
  if (accepted !== expected) tally.complaints.push(`${expected ? "refused" : "accepted"}: ${what}`);
}

/** What is left of a value as text: nothing of empty lists and objects, and no types. */
function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(asTexts).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (isRecord(value)) {
    const members = Object.entries(value)
      .map(([key, member]) => [key, asTexts(member)] as const)
      .filter(([, member]) => member !== undefined);
    return members.length > 0 ? Object.fromEntries(members) : undefined;
  }
  return String(value ?? "");
}

/** The value in all ways to read its text: any of its lists may be an object, for `a[0]` may be part of either. */
function* readings(value: unknown): Generator {
  const lists = listsIn(value);
  for (let chosen = 0; chosen < 2 ** Math.min(lists.length, 10); chosen += 1) {
    const isObject = (list: unknown): boolean => ((chosen >> lists.indexOf(list)) & 1) === 1;
    yield withObjects(value, isObject);
  }
}

function listsIn(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [value] : [];
  return [...own, ...Object.values(value).flatMap(listsIn)];
}

function withObjects(value: unknown, isObject: (list: unknown) => boolean): unknown {
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(
    ([key, member]) => [key, withObjects(member, isObject)] as const,
  );
  const isList = Array.isArray(value) && !isObject(value);
  return isList ? members.map(([, member]) => member) : Object.fromEntries(members);
}

/** Whether every number in it is written as people do: `1e21` reads as a text. */
function isPlain(value: unknown): boolean {
  if (typeof value === "number") return /^-?\d+(?:\.\d+)?$/.test(String(value));
  return typeof value !== "object" || value === null || Object.values(value).every(isPlain);
}

/** What JSON bodies are to all operations whose bodies are forms. */
function withJson(route: Route): Route {
  const { body } = route.operation;
  if (!body) return route;
  const json = { ...body, contentType: "application/json" };
  return { ...route, operation: { ...route.operation, body: json } };
}

describe("the generated stubs, asked by requests made from the spec and bent", () => {
  it("take and refuse JSON as a validator of others does, and give it to handlers as it is", async () => {
    const { maker, judged } = await (asked ??= judges());
    const served = await servePayments(withJson);
    const bodies = judged.filter(({ operation }) => operation.body);
    const headers = { "content-type": "application/json" };
    const tally = await play(COUNT, bodies, maker, async ({ operation, typed }, value, told) => {
      const body = JSON.stringify(value);
      const { method } = operation;
      const status = await served.send({
        operation: operation.id,
        method,
        target: targetOf(operation),
        headers,
        body,
      });
      const given = served.take();
      const params: unknown = isRecord(given?.input) ? given.input["params"] : undefined;
      const what = `${status} ${operation.id} ${body.slice(0, 300)}`;
      settle(told, status === 200, typed(value), what);
      if (status === 200 && JSON.stringify(params) !== body)
        told.complaints.push(`changed: ${what}`);
      if (status !== 200 && status !== 400) told.complaints.push(what);
    });
    await served.close();
    expect({ complaints: tally.complaints.slice(0, 10), errors: served.errors }).toEqual({
      complaints: [],
      errors: [],
    });
    expect(Math.min(tally.accepted, tally.refused)).toBeGreaterThan(COUNT / 10);
  });

  it("take and refuse forms and queries as a validator of others does that reads texts", async () => {
    const { maker, judged } = await (asked ??= judges());
    const served = await servePayments();
    const isText = ({ operation: { body, parameters } }: Judged): boolean =>
      body === undefined
        ? parameters.some((parameter) => parameter["in"] === "query")
        : body.mediaType === "application/x-www-form-urlencoded";
    const tally = await play(
      COUNT,
      judged.filter(isText),
      maker,
      async ({ operation, texts, lists }, value, told) => {
        const form = formOf(value);
        if (!isRecord(value) || !isPlain(value)) return;
        const isForm = operation.body !== undefined;
        if (!isForm && form.length > 8_000) return;
        const status = await served.send({
          operation: operation.id,
          method: operation.method,
          target: targetOf(operation) + (isForm ? "" : `?${form}`),
          headers: isForm ? { "content-type": "application/x-www-form-urlencoded" } : {},
          ...(isForm && { body: form }),
        });
        served.take();
        const read = asTexts(value) ?? {};
        const isTaken = status === 200;
        const isStrictly = texts(structuredClone(read));
        // A list may be given as its only item, and an object have numbers for keys: the same texts, another reading.
        const isLoosely = isStrictly || [...readings(read)].some((reading) => lists(reading));
        settle(
          told,
          isTaken,
          isTaken ? isLoosely : isStrictly,
          `${status} ${operation.id} ${decodeURIComponent(form).slice(0, 300)}`,
        );
        if (status !== 200 && status !== 400) told.complaints.push(`${status} ${operation.id}`);
      },
    );
    await served.close();
    expect({ complaints: tally.complaints.slice(0, 10), errors: served.errors }).toEqual({
      complaints: [],
      errors: [],
    });
    expect(Math.min(tally.accepted, tally.refused)).toBeGreaterThan(COUNT / 10);
  });

  it("never fail, whatever is bent about a request", async () => {
    const requests = requestsOf(await paymentsApi());
    const served = await servePayments();
    const random = createRandom(31);
    const statuses = new Map<number, number>();
    const failures: string[] = [];
    for (let round = 0; round < COUNT; round += 1) {
      const request = requests[round % requests.length];
      if (!request) break;
      const bent = bend(request, random);
      let status: number;
      try {
        status = await served.send(bent);
      } catch (error) {
        // What a header or a path cannot hold, nobody can send.
        if (Object(error).code?.startsWith("ERR_")) continue;
        throw error;
      }
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500) failures.push(`${status} ${JSON.stringify(bent).slice(0, 400)}`);
    }
    await served.close();
    expect({ failures, errors: served.errors }).toEqual({ failures: [], errors: [] });
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 404, 405, 415]));
  });
});
