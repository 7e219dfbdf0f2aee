import type { WebhookReceiver } from "@specwright/runtime/webhooks";
import type { Random } from "../hostile/random.ts";

/** A message as it may reach an endpoint. */
export interface Message {
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
}

/** A message that was signed, and what it was signed with. */
export interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly secret: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly receiver: Pick<WebhookReceiver<unknown>, "sign">;
}

/** Makes of a message one that nobody signed. */
export type Forgery = (signed: Signed, random: Random) => Message | Promise<Message>;

/** The message with one header changed, so that it says something else. */
function withHeader(
  { body, headers }: Signed,
  random: Random,
  change: (value: string) => string,
): Message {
  for (;;) {
    const name = random.pick(Object.keys(headers));
    const value = headers[name] ?? "";
    const other = change(value);
    if (!saysTheSame(value, other)) return { body, headers: { ...headers, [name]: other } };
  }
}

// Names of schemes that nobody knows, and what they say, mean nothing.
function saysTheSame(value: string, other: string): boolean {
  const meaning = (text: string): string =>
    text
      .split(/[, ]/)
      .filter((part) => /^(?:t=|v1=|[^=]*$|[A-Za-z0-9+/]{43}=$)/.test(part))
      .join(",");
  return meaning(value) === meaning(other);
}

/** One sign less, more or other, or the end cut off. */
function typo(text: string, random: Random): string {
  const at = random.below(text.length);
  const sign = String.fromCharCode(33 + random.below(90));
  const kind = random.below(4);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + sign + text.slice(at);
  if (kind === 2) return text.slice(0, at);
  return text[at] === sign ? `${text}x` : text.slice(0, at) + sign + text.slice(at + 1);
}

/** The message with the signature of another one. */
async function withSignatureOf(
  signed: Signed,
  other: { readonly body?: string; readonly secret?: string; readonly timestamp?: number },
  names: RegExp,
): Promise<Message> {
  const { body, headers, secret, timestamp, receiver } = signed;
  const options = { secret, timestamp, id: "msg_1", ...other };
  const theirs = await receiver.sign(other.body ?? body, options);
  const taken = Object.entries(theirs).filter(([name]) => names.test(name));
  return { body, headers: { ...headers, ...Object.fromEntries(taken) } };
}

export const FORGERIES: Readonly<Record<string, Forgery>> = {
  "a typo in a header": (signed, random) =>
    withHeader(signed, random, (value) => typo(value, random)),
  "a typo in the body": ({ body, headers }, random) => ({ body: typo(body, random), headers }),
  "one bit of the body": ({ body, headers }, random) => {
    const bytes = new TextEncoder().encode(body);
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    return { body: bytes, headers };
  },
  "bytes around the body": ({ body, headers }, random) => {
    const more = random.pick([" ", "\n", "\r\n", "\0", "\ufeff", ".", "{}"]);
    return { body: random.below(2) ? body + more : more + body, headers };
  },
  "the body printed anew": ({ body, headers }, random) => ({
    body: JSON.stringify(JSON.parse(body), undefined, 1 + random.below(8)),
    headers,
  }),
  "another time": (signed, random) =>
    withHeader(signed, random, (value) => {
      const later = signed.timestamp - 1 - random.below(200);
      return value.replace(String(signed.timestamp), String(later)).replace(/^msg_1$/, "msg_2");
    }),
  "two signs of a header in the other order": (signed, random) =>
    withHeader(signed, random, (value) => {
      const at = random.below(value.length - 1);
      return `${value.slice(0, at)}${value[at + 1]}${value[at]}${value.slice(at + 2)}`;
    }),
  "another secret": (signed, random) => {
    const { secret } = signed;
    const at = "whsec_".length + random.below(secret.length - "whsec_".length - 4);
    const other = secret.slice(0, at) + (secret[at] === "A" ? "B" : "A") + secret.slice(at + 1);
    return withSignatureOf(signed, { secret: other }, /./);
  },
  "the signature of another body": (signed, random) =>
    withSignatureOf(signed, { body: typo(signed.body, random) }, /signature/i),
  "the signature of another time": (signed, random) =>
    withSignatureOf(signed, { timestamp: signed.timestamp - 301 - random.below(1e6) }, /./),
  "a signature from the future": (signed, random) =>
    withSignatureOf(signed, { timestamp: signed.timestamp + 1 + random.below(1e6) }, /./),
  "a header less": ({ body, headers }, random) => {
    const name = random.pick(Object.keys(headers));
    return { body, headers: { ...headers, [name]: random.below(2) ? [] : "" } };
  },
  "a header twice": ({ body, headers }, random) => {
    const name = random.pick(
      Object.keys(headers).filter((one) => !/^webhook-signature$/.test(one)),
    );
    const value = headers[name] ?? "";
    return { body, headers: { ...headers, [name]: [value, typo(value, random)] } };
  },
};
