import { hash } from "node:crypto";
import { HttpError } from "@specwright/runtime/server";
import type { Call } from "./behave/world.ts";
import type { Performed } from "./engine.ts";
import { canonical } from "./json.ts";
import type { Failure, Remembered, Store } from "./state/store.ts";

/** A request that bears an idempotency key. */
export interface KeyedRequest {
  readonly call: Call;
  readonly key: string;
  readonly store: Store;
  /** Seconds since 1970. */
  readonly now: () => number;
  /** Seconds for which an answer is kept. */
  readonly lifetime: number;
}

/** A key that came back with another request than its first one. */
export class KeyConflict extends Error {
  override readonly name = "KeyConflict";
}

/**
 * Does the work for the first request with a key, and gives its answer to all that follow. A refusal is an answer as well,
 * once the work has begun: what was refused before, for params that are not valid, has left nothing behind.
 *
 * @throws {KeyConflict} where the key was used for another request.
 * @throws {HttpError} where the first request was refused.
 */
export function once(keyed: KeyedRequest, work: () => Performed): Performed {
  const request = requestHash(keyed.call);
  const { known, performed } = knownOrDone(keyed, request, work);
  if (performed) return performed;
  if (known.request !== request) throw new KeyConflict();
  return again(known);
}

type Outcome =
  | { readonly known: Remembered; readonly performed?: never }
  | { readonly known?: never; readonly performed: Performed };

// One transaction looks for the key and does the work: of two programs on one file, one does it.
function knownOrDone(
  { key, store, now, lifetime }: KeyedRequest,
  request: string,
  work: () => Performed,
): Outcome {
  try {
    return store.atomically((): Outcome => {
      store.forget(now() - lifetime);
      const known = store.recall(key);
      if (known) return { known };
      const performed = work();
      store.remember(key, { request, at: now(), body: JSON.stringify(performed.body) ?? "" });
      return { performed };
    });
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    // All that the work did is undone; that it was refused is kept.
    store.remember(key, { request, at: now(), body: "", failure: failureOf(error) });
    throw error;
  }
}

function again({ body, failure }: Remembered): Performed {
  if (failure) {
    const { status, ...told } = failure;
    throw new HttpError(status, { ...told, headers: REPLAYED });
  }
  const value: unknown = body === "" ? undefined : JSON.parse(body);
  return { body: value, happened: [], headers: REPLAYED };
}

const REPLAYED = { "idempotent-replayed": "true" };

function failureOf({ status, message, code, param }: HttpError): Failure {
  return {
    status,
    message,
    ...(code !== undefined && { code }),
    ...(param !== undefined && { param }),
  };
}

function requestHash({ plan, path, params }: Call): string {
  return hash("sha256", canonical([plan.operation.id, path, params]), "base64url");
}
