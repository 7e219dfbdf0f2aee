import type { JsonCodec } from "../contract.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import type { Validator } from "../validate/contract.ts";
import { digest, isSigned } from "./hmac.ts";
import { readMessage, type WebhookMessage } from "./message.ts";
import type { WebhookSignature } from "./signatures.ts";
import { WebhookVerificationError } from "./webhook-error.ts";

/** What it takes to know a webhook. */
export interface UnwrapOptions<Event = unknown> {
  /** The endpoint's secret; several while one takes the place of another. */
  readonly secret: string | readonly string[];
  /** How long ago a message may have been signed, in seconds. Default: 300. */
  readonly tolerance?: number;
  /** How far the sender's clock may be ahead, in seconds. Default: 0: nothing comes from the future. */
  readonly clockSkew?: number;
  /** Bytes that a message may have. Default: 1,048,576. */
  readonly maxBytes?: number;
  /** Checks the event. Default: it is trusted, being signed. */
  readonly validator?: Validator<Event>;
  /**
   * Tells whether a message was dealt with before, by what is the same of it however it is sent again. Remember ids for as
   * long as `tolerance`, and only of what is done: a sender sends again what failed.
   */
  readonly isReplay?: (id: string) => boolean | Promise<boolean>;
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
}

/**
 * The event that a message brings, once it is known to come from the API and to be as it was sent.
 *
 * @param codec Reads the event. Default: `JSON`.
 * @throws {WebhookVerificationError} for a message that is no webhook of the API.
 * @throws {DecodingError} for a signed message that is not JSON.
 * @throws {ValidationError} for an event that the validator refuses.
 * @throws {TypeError} for a secret that is none, or a body that is not as it came.
 * @throws {RangeError} for a tolerance or a clock that is no number.
 */
export async function unwrapMessage<Event>(
  signature: WebhookSignature,
  message: WebhookMessage,
  options: UnwrapOptions<Event>,
  codec: JsonCodec = JSON,
): Promise<Event> {
  const { secret, maxBytes = 1_048_576, validator, isReplay } = options;
  const secrets = secretsOf(secret).map(signature.keyOf);
  const read = await readMessage(message, maxBytes);
  const claim = signature.claim(read);
  checkTime(claim.timestamp, options);
  if (!(await isSigned(secrets, claim.signatures, claim.signed))) {
    throw new WebhookVerificationError("wrong-signature");
  }
  if (isReplay && (await isReplay(claim.id ?? (await digest(claim.signed))))) {
    throw new WebhookVerificationError("replayed");
  }
  const event = parse(read.body, codec);
  return checked(event, validator);
}

function checked<Event>(event: unknown, validator: Validator<Event> | undefined): Event {
  // Without a validator the signature is what vouches for the type.
  if (!validator) return event as Event;
  const check: Validator<Event> = validator;
  check.assert(event);
  return event;
}

function secretsOf(secret: unknown): string[] {
  const secrets: unknown[] = Array.isArray(secret) ? secret : [secret];
  const texts = secrets.filter((one) => typeof one === "string");
  if (texts.length > 0 && texts.length === secrets.length) return texts;
  throw new TypeError("A webhook needs a secret, or a list of them.");
}

function checkTime(timestamp: number, options: UnwrapOptions): void {
  const { tolerance = 300, clockSkew = 0, now = Date.now } = options;
  const age = now() / 1_000 - timestamp;
  // Nothing is more or less than NaN, and everything is less than infinity: then any time would do.
  if (![age, tolerance, clockSkew].every(Number.isFinite) || tolerance < 0 || clockSkew < 0) {
    throw new RangeError("The tolerance, the skew and the clock of a webhook must be numbers.");
  }
  if (age > tolerance) throw new WebhookVerificationError("too-old");
  if (age < -clockSkew) throw new WebhookVerificationError("from-the-future");
}

function parse(body: Uint8Array, codec: JsonCodec): unknown {
  try {
    return codec.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    // The parser's own message quotes the body.
    throw new DecodingError("The webhook is signed, but is not JSON.");
  }
}
