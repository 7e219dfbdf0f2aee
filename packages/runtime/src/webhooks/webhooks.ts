import type { JsonCodec } from "../contract.ts";
import type { WebhookMessage } from "./message.ts";
import { createWebhookRouter, type Dispatched, type WebhookHandlers } from "./router.ts";
import type { WebhookSignature } from "./signatures.ts";
import { unwrapMessage, type UnwrapOptions } from "./unwrap.ts";

/** Receives what an API sends on its own. */
export interface WebhookReceiver<Event> {
  /**
   * The event that a message brings, once its signature is found right.
   *
   * @throws {WebhookVerificationError} for a message that is no webhook of the API.
   * @throws {DecodingError} for a signed message that is not JSON.
   * @throws {ValidationError} for an event that `options.validator` refuses.
   */
  unwrap(message: WebhookMessage, options: UnwrapOptions<Event>): Promise<Event>;
  /** The headers of a message that is signed as the API signs it: for tests of your own endpoint. */
  sign(body: string | Uint8Array, options: SignOptions): Promise<Record<string, string>>;
}

/** Receives events that one property tells apart. */
export interface WebhookRouter<Event, Key extends keyof Event> extends WebhookReceiver<Event> {
  /** Gives each event to the handler of its name. */
  on(handlers: WebhookHandlers<Event, Key>): (event: Event) => Promise<Dispatched>;
}

/** What a test signs with. */
export interface SignOptions {
  readonly secret: string;
  /** Seconds since 1970. Default: now. */
  readonly timestamp?: number;
  /** Default: a random one. */
  readonly id?: string;
}

/** A receiver of events, as generated code makes it. @param codec Reads the events. Default: `JSON`. */
export function webhookReceiver<Event>(
  signature: WebhookSignature,
  codec?: JsonCodec,
): WebhookReceiver<Event> {
  return {
    unwrap: (message, options) => unwrapMessage(signature, message, options, codec),
    sign: (body, { secret, timestamp = Math.floor(Date.now() / 1_000), id }) =>
      signature.headers(signature.keyOf(secret), {
        body,
        timestamp,
        id: id ?? `msg_${crypto.randomUUID()}`,
      }),
  };
}

/** A receiver of events that the property `key` tells apart, as generated code makes it. */
export function webhookRouter<Event, Key extends keyof Event & string>(
  signature: WebhookSignature,
  key: Key,
  codec?: JsonCodec,
): WebhookRouter<Event, Key> {
  return {
    ...webhookReceiver<Event>(signature, codec),
    on: (handlers) => createWebhookRouter<Event, Key>(key, handlers),
  };
}
