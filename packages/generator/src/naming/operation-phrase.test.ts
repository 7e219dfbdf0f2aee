import { expect, it } from "vitest";
import { operationPhrase } from "./operation-phrase.ts";

it.each([
  ["create", "Invoice", "createInvoice"],
  ["addLines", "Invoice", "addInvoiceLines"],
  ["markUncollectible", "Invoice", "markInvoiceUncollectible"],
  ["retrieveUpcoming", "Invoice", "retrieveUpcomingInvoice"],
  ["createPreview", "Invoice", "createPreviewInvoice"],
  ["deleteWhere", "Secret", "deleteSecretWhere"],
  ["getByEmail", "User", "getUserByEmail"],
])("%s of a %s is %s", (verb, noun, phrase) => {
  expect(operationPhrase(verb, noun)).toBe(phrase);
});
