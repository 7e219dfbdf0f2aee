/** Why a message is not taken for a webhook of the API. */
export type WebhookFault =
  | "missing-header"
  | "malformed-header"
  | "too-old"
  | "from-the-future"
  | "wrong-signature"
  | "replayed"
  | "too-large";

const MESSAGES: Readonly<Record<WebhookFault, string>> = {
  "missing-header": "The message has no signature, or no time-stamp.",
  "malformed-header": "The message's signature or time-stamp cannot be read.",
  "too-old": "The message was signed too long ago.",
  "from-the-future": "The message claims to be signed in the future.",
  "wrong-signature":
    "The message was not signed with any of the secrets, or was changed on the way.",
  replayed: "The message came before.",
  "too-large": "The message is too large.",
};

/** A message that is no webhook of the API: answer it with 400, and do nothing. Holds neither secret nor signature. */
export class WebhookVerificationError extends Error {
  override readonly name: string = "WebhookVerificationError";
  readonly reason: WebhookFault;

  constructor(reason: WebhookFault) {
    super(MESSAGES[reason]);
    this.reason = reason;
  }
}
