import { missingField, unknownValue } from "../diagnostics/catalog/model.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { WebhookSignature } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { member, object, placeOf, text } from "./read.ts";

const KINDS = ["standard", "timestamped"] as const;

/** What a header may be called. RFC 9110, section 5.1. */
const FIELD_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/**
 * How webhooks are signed, from `x-specwright: { webhooks: { signature, header } }` of the document. Default: as Standard
 * Webhooks has it.
 */
export function readWebhookSignature(root: Node, context: ModelContext): WebhookSignature {
  const extension = member(root, "x-specwright") && object(root, "x-specwright", context);
  const webhooks =
    extension && member(extension, "webhooks") && object(extension, "webhooks", context);
  const signature = webhooks && text(webhooks, "signature", context);
  if (!webhooks || signature === undefined || signature === "standard") return { kind: "standard" };
  if (signature !== "timestamped") {
    const guess = nearest(signature, KINDS);
    context.report(unknownValue(placeOf(webhooks, "signature"), signature, KINDS, guess));
    return { kind: "standard" };
  }
  const header = text(webhooks, "header", context);
  if (header !== undefined && FIELD_NAME.test(header)) return { kind: "timestamped", header };
  context.report(missingField(webhooks.at, "header", "A signature with a time-stamp"));
  return { kind: "standard" };
}
