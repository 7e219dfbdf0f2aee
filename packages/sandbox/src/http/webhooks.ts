import type { ApiModel, Schema } from "@specwright/generator/reading";
import { standardSignature, timestampedSignature } from "@specwright/runtime/webhooks";
import type { Happening } from "../behave/world.ts";
import type { Engine } from "../engine.ts";
import {
  isObject,
  isSame,
  type JsonObject,
  member,
  objectOf,
  putAt,
  withMembers,
} from "../json.ts";
import { objectOf as objectSchema } from "../plan/answers.ts";
import type { EventPlan } from "../plan/api-plan.ts";
import { plainName } from "../plan/paths.ts";
import { participles } from "../plan/verbs.ts";
import { atClock } from "../behave/clock.ts";
import { timeFor } from "../behave/compose.ts";
import { sample } from "../schema/minimal.ts";

/** A webhook that is to be sent. */
export interface OutgoingEvent {
  readonly name: string;
  readonly method: string;
  readonly id: string;
  readonly body: unknown;
}

/** Webhooks of the document that tell of what happened. */
export function eventsOf(happened: readonly Happening[], engine: Engine): readonly OutgoingEvent[] {
  return happened.flatMap((happening) => {
    const own = engine.plan.events.filter(
      ({ collection }) => collection === happening.stored.collection,
    );
    const words =
      happening.verb === "updated" || happening.verb === "created" || happening.verb === "deleted"
        ? [happening.verb]
        : participles(happening.verb);
    const named = own.filter(({ verb }) => words.includes(plainName(verb)));
    const telling =
      named.length > 0
        ? named
        : own.filter(({ verb }) => verb === "updated" && happening.before !== undefined);
    return telling.map((event) => outgoing(event, happening, engine));
  });
}

function outgoing(event: EventPlan, { stored, before }: Happening, engine: Engine): OutgoingEvent {
  const { schemas } = engine;
  const id = `evt_${engine.random.letters(24)}`;
  const { name, method } = event;
  if (!event.schema) return { name, method, id, body: stored.value };
  const empty = sample(event.schema, schemas);
  if (!isObject(empty)) return { name, method, id, body: stored.value };
  const properties = objectSchema(event.schema, schemas)?.properties ?? [];
  const named = (key: string): Schema | undefined =>
    properties.find((property) => property.name === key)?.schema;
  const created = named("created");
  const path = objectPath(empty);
  const filled = withMembers(putIfObject(empty, path, stored.value), {
    ...(named("id") && { id }),
    ...(created && {
      created: timeFor(created, atClock(stored.value, engine.world()).now, schemas),
    }),
  });
  return {
    name,
    method,
    id,
    body: before && path.length > 1 ? withPrevious(filled, before, stored.value) : filled,
  };
}

function objectPath(empty: JsonObject): readonly string[] {
  const data = member(empty, "data");
  if (isObject(data)) return "object" in data ? ["data", "object"] : ["data"];
  return "object" in empty && isObject(empty["object"]) ? ["object"] : [];
}

function putIfObject(body: JsonObject, path: readonly string[], value: JsonObject): JsonObject {
  const put = path.length === 0 ? withMembers(body, value) : putAt(body, path, value);
  return isObject(put) ? put : body;
}

/** What the changed members were. */
function withPrevious(body: JsonObject, before: JsonObject, after: JsonObject): JsonObject {
  const changed = Object.entries(before).filter(
    ([key, value]) => !isSame(value, member(after, key)),
  );
  const data = member(body, "data");
  return isObject(data)
    ? withMembers(body, { data: withMembers(data, { previous_attributes: objectOf(changed) }) })
    : body;
}

/** Where webhooks go. */
export interface WebhookTarget {
  readonly url: string;
  /** Default: messages are not signed. */
  readonly secret?: string;
}

/** What became of a webhook. */
export interface Delivery {
  readonly event: string;
  readonly id: string;
  readonly attempts: number;
  /** Status of the last answer; absent where none came. */
  readonly status?: number;
}

const WAITS = [0, 250, 1_000];

/**
 * Sends one webhook: up to three times, until it is answered with 2xx. Redirects are not followed.
 */
export async function deliver(
  event: OutgoingEvent,
  target: WebhookTarget,
  model: ApiModel,
): Promise<Delivery> {
  const body = JSON.stringify(event.body);
  let status: number | undefined;
  for (const [index, wait] of WAITS.entries()) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    status = await send(event, body, target, model);
    if (status !== undefined && status >= 200 && status < 300) {
      return { event: event.name, id: event.id, attempts: index + 1, status };
    }
  }
  return {
    event: event.name,
    id: event.id,
    attempts: WAITS.length,
    ...(status !== undefined && { status }),
  };
}

async function send(
  { id, method }: OutgoingEvent,
  body: string,
  { url, secret }: WebhookTarget,
  model: ApiModel,
): Promise<number | undefined> {
  const signature = secret === undefined ? {} : await signed(id, body, secret, model);
  try {
    const response = await fetch(url, {
      method,
      body,
      headers: { "content-type": "application/json", ...signature },
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}

/** Signed at the machine's own time, whatever time the sandbox has: receivers refuse what is old. */
function signed(
  id: string,
  body: string,
  secret: string,
  model: ApiModel,
): Promise<Record<string, string>> {
  const { webhookSignature: how } = model;
  const signature =
    how.kind === "standard" ? standardSignature() : timestampedSignature(how.header);
  const timestamp = Math.floor(Date.now() / 1000);
  return signature.headers(signature.keyOf(secret), { id, timestamp, body });
}
