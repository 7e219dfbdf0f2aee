import { createHash } from "node:crypto";
import { HttpError } from "@specwright/runtime/server";
import { behave } from "./behave/behave.ts";
import type { Call, Effect, Happening, World } from "./behave/world.ts";
import { canonical } from "./json.ts";
import type { ApiPlan } from "./plan/api-plan.ts";
import type { Schemas } from "./schema/schemas.ts";
import { createRandom, type Random } from "./state/random.ts";
import type { Store } from "./state/store.ts";

/** The world that behaviours act in, and the only one who changes it. */
export interface Engine {
  readonly plan: ApiPlan;
  readonly schemas: Schemas;
  readonly store: Store;
  readonly random: Random;
  /** Seconds since 1970. */
  now(): number;
  world(): World;
  perform(call: Call, key: string | undefined): Performed;
}

/** What came of a call. */
export interface Performed {
  readonly body: unknown;
  readonly happened: readonly Happening[];
  readonly headers: Readonly<Record<string, string>>;
  /** Whether this is the answer that an earlier request with the same key got. */
  readonly isReplayed: boolean;
}

/** Where the time of a seeded sandbox begins: 2025-01-01 00:00 UTC. */
const BEGINNING = 1_735_689_600;

/**
 * @param seed With one, ids come out the same each time and the clock moves a second with each change; without, both are
 * the machine's.
 */
export function createEngine(
  plan: ApiPlan,
  schemas: Schemas,
  store: Store,
  seed: string | undefined,
): Engine {
  const entropy = seed ?? crypto.randomUUID();
  const random = createRandom(entropy, () => store.next("random"));
  const now = (): number =>
    seed === undefined ? Math.floor(Date.now() / 1000) : BEGINNING + store.current("time");
  const world = (): World => ({
    plan,
    schemas,
    store,
    now: now(),
    random,
    next: (counter) => store.next(counter),
  });
  const act = (call: Call): Effect => {
    if (call.plan.operation.method !== "GET") store.next("time");
    const effect = behave(call, world());
    for (const stored of effect.puts ?? []) store.put(stored);
    return effect;
  };
  return {
    plan,
    schemas,
    store,
    random,
    now,
    world,
    perform: (call, key) =>
      store.atomically(() =>
        key === undefined ? performed(act(call)) : once(call, key, store, act),
      ),
  };
}

function performed({ body, happened = [], headers = {} }: Effect): Performed {
  return { body, happened, headers, isReplayed: false };
}

/** Does the work for the first request with a key, and gives its answer to all that follow. */
function once(call: Call, key: string, store: Store, act: (call: Call) => Effect): Performed {
  const request = requestHash(call);
  const known = store.recall(key);
  if (known && known.request !== request) {
    throw new HttpError(409, {
      message:
        "This idempotency key was used before, with other parameters or for another operation.",
      code: "idempotency_key_in_use",
    });
  }
  if (known) return { body: bodyOf(known.body), happened: [], headers: {}, isReplayed: true };
  const result = performed(act(call));
  store.remember(key, { request, body: JSON.stringify(result.body) ?? "" });
  return result;
}

function bodyOf(text: string): unknown {
  return text === "" ? undefined : JSON.parse(text);
}

function requestHash({ plan, path, params }: Call): string {
  const text = canonical([plan.operation.id, path, params]);
  return createHash("sha256").update(text).digest("base64url");
}
