import type { ApiModel } from "@specwright/generator/reading";
import type { Happening } from "../behave/world.ts";
import type { Engine } from "../engine.ts";
import { deliver, type Delivery, eventsOf, type WebhookTarget } from "./webhooks.ts";

/** How many deliveries are remembered. */
const MOST = 1_000;

/** Webhooks on their way, one after the other, so that they arrive in the order of what they tell. */
export interface Deliveries {
  /** What became of those that are sent, the oldest first. */
  readonly done: readonly Delivery[];
  send(happened: readonly Happening[]): void;
  settled(): Promise<void>;
}

export function startDeliveries(
  model: ApiModel,
  engine: Engine,
  target: WebhookTarget | undefined,
): Deliveries {
  const done: Delivery[] = [];
  let last: Promise<void> = Promise.resolve();
  return {
    done,
    send(happened) {
      if (!target || happened.length === 0) return;
      for (const event of eventsOf(happened, engine)) {
        last = last.then(async () => {
          done.push(await deliver(event, target, model));
          if (done.length > MOST) done.shift();
        });
      }
    },
    settled: () => last,
  };
}
