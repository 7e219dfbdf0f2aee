import { expect, it } from "vitest";
import { singular } from "./singular.ts";

it.each([
  ["balanceTransactions", "balanceTransaction"],
  ["people", "person"],
  ["statuses", "status"],
  ["categories", "category"],
  ["apis", "api"],
  ["news", "news"],
  ["sms", "sms"],
  ["outboundSms", "outboundSms"],
  ["kubernetes", "kubernetes"],
  ["prisms", "prism"],
])("one of %s is %s", (many, one) => {
  expect(singular(many)).toBe(one);
});
