import type { SpecExamples } from "@specwright/generator/reading";
import type { Limits } from "@specwright/runtime/server";
import type { Trouble } from "./http/faults.ts";
import type { WebhookTarget } from "./http/webhooks.ts";

/** What a sandbox is started with. */
export interface SandboxOptions {
  /**
   * Makes ids and times come out the same each time: ids follow from it, and the clock stands at 2025-01-01 and moves a
   * second with each change. Default: ids by chance, and the time of the machine.
   */
  readonly seed?: string | number;
  /** `"memory"`, or a file ending in `.sqlite` or `.db` that keeps everything. Default: `"memory"`. */
  readonly store?: string;
  /**
   * Seconds for which the answer to an idempotency key is kept: later, the key is as good as new. Default: 86,400, a day.
   */
  readonly keyLifetime?: number;
  /** Milliseconds before each answer, or the least and the most of them. Default: none. */
  readonly latency?: number | readonly [number, number];
  /** How often, from 0 to 1, a status stands in the place of the answer. Default: none. */
  readonly faults?: Trouble["faults"];
  /** Where webhooks are sent on each change. Default: nowhere. */
  readonly webhook?: WebhookTarget;
  /** Examples of the document, where a model is given. Default: none, or those of the document. */
  readonly examples?: SpecExamples;
  /** How much a request may ask for. Default: those of the server kit. */
  readonly limits?: Partial<Limits>;
  /** Told of what went wrong inside the sandbox. Default: nobody. */
  readonly onError?: (error: unknown) => void;
}
