/** Webhooks: signatures, events and their handlers, on WebCrypto alone. */

export type { MessageHeaders, WebhookMessage } from "./message.ts";
export type { Dispatched, EveryHandler, WebhookHandlers } from "./router.ts";
export { standardSignature, timestampedSignature, type WebhookSignature } from "./signatures.ts";
export type { UnwrapOptions } from "./unwrap.ts";
export { type WebhookFault, WebhookVerificationError } from "./webhook-error.ts";
export {
  type SignOptions,
  type WebhookReceiver,
  type WebhookRouter,
  webhookReceiver,
  webhookRouter,
} from "./webhooks.ts";
