import { fromBase64, fromHex, joined, sign, toBase64, toHex } from "./hmac.ts";
import type { ReadMessage } from "./message.ts";
import { WebhookVerificationError } from "./webhook-error.ts";

/** What a message says of its own signing. */
export interface Claim {
  /** Seconds since 1970. */
  readonly timestamp: number;
  /** The sender's name for the message; where it has none, what is signed tells it from others. */
  readonly id?: string;
  readonly signatures: readonly Uint8Array[];
  readonly signed: Uint8Array<ArrayBuffer>;
}

/** How an API signs its webhooks. */
export interface WebhookSignature {
  /** @throws {WebhookVerificationError} where the message says nothing that can be read. */
  readonly claim: (message: ReadMessage) => Claim;
  /** The key that a secret stands for. @throws {TypeError} for a text that is no secret. */
  readonly keyOf: (secret: string) => Uint8Array;
  /** The headers of a signed message; for tests. */
  readonly headers: (key: Uint8Array, signing: Signing) => Promise<Record<string, string>>;
}

/** What is signed: for tests. */
export interface Signing {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string | Uint8Array;
}

/** More than anybody sends while secrets change, and no more work than a stranger may ask for. */
const MOST_SIGNATURES = 16;
const LONGEST_HEADER = 8_192;

/**
 * One header, `t=1492774577,v1=5257a8…`: HMAC-SHA256 over time-stamp, point and body, in hexadecimal digits. Several
 * `v1` are several signatures; schemes of other names are passed over.
 *
 * @param header Its name.
 */
export function timestampedSignature(header: string): WebhookSignature {
  return {
    claim(message) {
      const fields = read(message, header)
        .split(",")
        .map((part) => /^([a-z]\w*)=([^=]*)$/.exec(part)?.slice(1) ?? []);
      const times = fields.filter(([name]) => name === "t").map(([, value = ""]) => value);
      const given = fields.filter(([name]) => name === "v1").map(([, value = ""]) => value);
      const [time = ""] = times;
      const isOdd = fields.some(([name]) => name === undefined);
      if (isOdd || times.length > 1) throw new WebhookVerificationError("malformed-header");
      return claimOf(time, given.map(fromHex), {
        signed: joined(time, ".", message.body),
      });
    },
    keyOf(secret) {
      if (secret === "") throw new TypeError("A webhook's secret must not be empty.");
      return new TextEncoder().encode(secret);
    },
    async headers(key, { timestamp, body }) {
      const signature = await sign(key, joined(String(timestamp), ".", body));
      return { [header]: `t=${timestamp},v1=${toHex(signature)}` };
    },
  };
}

/**
 * Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp` and `webhook-signature`, which holds HMAC-SHA256 over id,
 * time-stamp and body in base64, as `v1,…`, several of them parted by spaces. A secret is base64, mostly behind `whsec_`.
 */
export function standardSignature(): WebhookSignature {
  return {
    claim(message) {
      const id = read(message, "webhook-id");
      const time = read(message, "webhook-timestamp");
      const given = read(message, "webhook-signature")
        .split(" ")
        .filter((part) => part.startsWith("v1,"))
        .map((part) => fromBase64(part.slice("v1,".length)));
      // A point parts id, time-stamp and body: an id with one could be read in two ways.
      if (id.includes(".")) throw new WebhookVerificationError("malformed-header");
      return claimOf(time, given, { id, signed: joined(id, ".", time, ".", message.body) });
    },
    keyOf(secret) {
      const key = fromBase64(secret.replace(/^whsec_/, ""));
      if (!key) throw new TypeError('A webhook\'s secret is base64, mostly behind "whsec_".');
      return key;
    },
    async headers(key, { id, timestamp, body }) {
      const signature = await sign(key, joined(id, ".", String(timestamp), ".", body));
      return {
        "webhook-id": id,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": `v1,${toBase64(signature)}`,
      };
    },
  };
}

function read({ header }: ReadMessage, name: string): string {
  const value = header(name);
  if (value === undefined || value === "") throw new WebhookVerificationError("missing-header");
  if (value.length > LONGEST_HEADER) throw new WebhookVerificationError("malformed-header");
  return value;
}

function claimOf(
  time: string,
  given: readonly (Uint8Array | undefined)[],
  rest: Omit<Claim, "timestamp" | "signatures">,
): Claim {
  const signatures = given.filter((signature) => signature !== undefined);
  const isReadable = /^\d{1,12}$/.test(time) && signatures.length > 0;
  if (!isReadable || given.length > MOST_SIGNATURES) {
    throw new WebhookVerificationError("malformed-header");
  }
  return { timestamp: Number(time), signatures, ...rest };
}
