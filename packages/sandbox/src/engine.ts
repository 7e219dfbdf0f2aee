import { behave } from "./behave/behave.ts";
import type { Call, Effect, Happening, World } from "./behave/world.ts";
import type { ApiPlan } from "./plan/api-plan.ts";
import type { Schemas } from "./schema/schemas.ts";
import { once } from "./once.ts";
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
  /**
   * Does what a call asks for, all of it or nothing.
   *
   * @param key The idempotency key of the request.
   * @throws {HttpError} where the API refuses.
   * @throws {KeyConflict} for a key that was used for another request.
   */
  perform(call: Call, key: string | undefined): Performed;
}

/** What came of a call. */
export interface Performed {
  readonly body: unknown;
  readonly happened: readonly Happening[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Where the time of a seeded sandbox begins: 2025-01-01 00:00 UTC. */
const BEGINNING = 1_735_689_600;

/** How an engine runs. */
export interface EngineOptions {
  /**
   * With one, ids come out the same each time and the clock moves a second with each change; without, both are the
   * machine's.
   */
  readonly seed?: string;
  /** Seconds for which the answer to an idempotency key is kept. */
  readonly keyLifetime: number;
}

export function createEngine(
  plan: ApiPlan,
  schemas: Schemas,
  store: Store,
  { seed, keyLifetime }: EngineOptions,
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
    perform(call, key) {
      const work = (): Performed => performed(act(call));
      if (key === undefined) return store.atomically(work);
      return once({ call, key, store, now, lifetime: keyLifetime }, work);
    },
  };
}

function performed({ body, happened = [], headers = {} }: Effect): Performed {
  return { body, happened, headers };
}
