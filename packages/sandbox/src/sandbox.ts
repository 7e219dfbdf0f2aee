import { isAbsolute } from "node:path";
import { type ApiModel, readApiAt, type SpecExamples } from "@specwright/generator/reading";
import { around, type Around, type Incoming } from "@specwright/runtime/server";
import { createEngine, type Engine } from "./engine.ts";
import {
  type ApiHandlerOptions,
  createApiHandler,
  envelopeOf,
  type Told,
} from "./http/api-handler.ts";
import { controlAnswer, type Controls, isControl } from "./http/control.ts";
import { createFront } from "./http/front.ts";
import { listen, type Listening } from "./http/listen.ts";
import { type LoggedRequest, RequestLog } from "./http/request-log.ts";
import { type Deliveries, startDeliveries } from "./http/deliveries.ts";
import type { Delivery } from "./http/webhooks.ts";
import type { SandboxOptions } from "./options.ts";
import { NO_EXAMPLES, planApi } from "./plan/plan-api.ts";
import { Schemas } from "./schema/schemas.ts";
import { seed, seedGiven, type Seeds } from "./seed.ts";
import { parseSnapshot } from "./state/parse-snapshot.ts";
import { EMPTY, type Snapshot } from "./state/store.ts";
import { openStore } from "./state/open-store.ts";

/** A server that behaves like an API, and remembers. */
export interface Sandbox {
  /** Answers one request: to the API, or below `/_sandbox`. Throws nothing. */
  fetch(request: Request): Promise<Response>;
  /**
   * Listens with `node:http`.
   *
   * @param options Default: a free port of the loopback address.
   */
  listen(options?: { readonly port?: number; readonly host?: string }): Promise<Listening>;
  /** Forgets everything that was created. */
  reset(): void;
  /** Everything that is kept, as JSON. */
  snapshot(): Snapshot;
  /** Puts a snapshot in the place of everything. @throws {TypeError} for what is none. */
  load(snapshot: unknown): void;
  /** Puts objects in as if they had been created. @throws {TypeError} for a name that the API does not have. */
  seed(seeds: Seeds): void;
  /** The last 200 requests, the oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** What became of webhooks, the oldest first. */
  readonly deliveries: readonly Delivery[];
  /** Waits until all webhooks are sent or given up. */
  settled(): Promise<void>;
  /** Stops listening once what is in flight is answered, and closes the store. */
  close(): Promise<void>;
}

/** In seconds. */
const DAY = 86_400;

/**
 * Makes a sandbox of an API.
 *
 * @param api A model, or the path of a document.
 * @throws {Error} for a document that cannot be used.
 * @throws {StoreError} for a store that cannot be opened; its `code` is `"ERR_SANDBOX_STORE"`.
 */
export async function createSandbox(
  api: ApiModel | string,
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const { model, examples } = await read(api, options.examples);
  const schemas = new Schemas(model);
  const plan = planApi(model, examples, schemas);
  const store = await openStore(options.store ?? "memory");
  const { seed: given, keyLifetime = DAY } = options;
  const engine = createEngine(plan, schemas, store, {
    keyLifetime,
    ...(given !== undefined && { seed: String(given) }),
  });
  seedGiven(engine);
  return assemble(model, engine, options);
}

async function read(
  api: ApiModel | string,
  examples: SpecExamples | undefined,
): Promise<{ model: ApiModel; examples: SpecExamples }> {
  if (typeof api !== "string") return { model: api, examples: examples ?? NO_EXAMPLES };
  const found = await readApiAt(api, isAbsolute(api) ? "/" : process.cwd());
  return { model: found.model, examples: examples ?? found.examples };
}

function assemble(model: ApiModel, engine: Engine, options: SandboxOptions): Sandbox {
  const { store } = engine;
  const log = new RequestLog();
  const ending = new AbortController();
  const deliveries = startDeliveries(model, engine, options.webhook);
  const kept = {
    reset: () => {
      store.load(EMPTY);
      log.clear();
      seedGiven(engine);
    },
    snapshot: () => store.snapshot(),
    load: (snapshot: unknown) => store.load(parseSnapshot(snapshot)),
    seed: (seeds: Seeds) => seed(seeds, engine),
  };
  const controls: Controls = { title: model.title, log, signal: ending.signal, ...kept };
  const { api, front } = frontOf(model, engine, options, log, deliveries);
  const open: Listening[] = [];
  let host = "127.0.0.1";
  const handle = around(api, (incoming, next) =>
    isControl(incoming) ? controlAnswer(incoming, controls, host) : front(incoming, next),
  );
  return {
    ...kept,
    fetch: handle,
    async listen({ port = 0, host: wanted = "127.0.0.1" } = {}) {
      host = wanted;
      const listening = await listen(handle, { port, host: wanted });
      open.push(listening);
      return listening;
    },
    get requests() {
      return log.entries;
    },
    get deliveries() {
      return deliveries.done;
    },
    settled: () => deliveries.settled(),
    async close() {
      ending.abort();
      await Promise.all(open.map((listening) => listening.close()));
      await deliveries.settled();
      store.close();
    },
  };
}

function frontOf(
  model: ApiModel,
  engine: Engine,
  options: SandboxOptions,
  log: RequestLog,
  deliveries: Deliveries,
): { readonly api: (request: Request) => Promise<Response>; readonly front: Around } {
  const told = new WeakMap<Incoming, Told>();
  const handling: ApiHandlerOptions = {
    onDone: (incoming, done) => void told.set(incoming, done),
    onError: (error) => options.onError?.(error),
    ...(options.limits && { limits: options.limits }),
  };
  const { latency = 0, faults = [] } = options;
  const front = createFront({
    model,
    told: (incoming) => told.get(incoming),
    envelope: envelopeOf(model),
    trouble: { latency: typeof latency === "number" ? [latency, latency] : latency, faults },
    chance: () => engine.random.fraction(),
    log,
    onTold: ({ happened }) => deliveries.send(happened),
  });
  return { api: createApiHandler(model, engine, handling), front };
}
