import { customerBalanceTransactionValidator as validator } from "../packages/generated-client/dist/validators/index.js";
import { median, type Row } from "./row.ts";

const RIGHT = {
  id: "cbtxn_1MrU9qLkdIwHu7ixhdjxGBgI",
  object: "customer_balance_transaction",
  amount: -500,
  created: 1680216086,
  credit_note: null,
  currency: "usd",
  customer: "cus_NcjdgdwZyI9Rj7",
  description: null,
  ending_balance: -500,
  invoice: null,
  livemode: false,
  metadata: { order_id: "6735" },
  type: "adjustment",
};
const WRONG = { ...RIGHT, amount: "-500", type: 7, customer: null };

/** Guard and walk of one object against a check written by hand. CPU time per call. */
export async function validate(): Promise<readonly Row[]> {
  const hand = perCall(() => isByHand(RIGHT));
  const handIssues = perCall(() => issuesByHand(WRONG).length === 3);
  return [
    row(
      "yes or no",
      perCall(() => validator.is(RIGHT)),
      hand,
    ),
    row(
      "all issues of a wrong value",
      perCall(() => validator.issues(WRONG).length === 3),
      handIssues,
    ),
  ];
}

function row(what: string, ours: number, hand: number): Row {
  const ns = (figure: number): string => `${figure.toFixed(0)} ns`;
  return { what, ours: ns(ours), against: `by hand: ${ns(hand)}`, ratio: (ours / hand).toFixed(2) };
}

const CALLS = 300_000;

function perCall(check: () => boolean): number {
  const rounds = Array.from({ length: 7 }, () => {
    const began = process.cpuUsage();
    for (let call = 0; call < CALLS; call += 1) if (!check()) throw new Error("a wrong verdict");
    const { user, system } = process.cpuUsage(began);
    return ((user + system) * 1_000) / CALLS;
  });
  return median(rounds.slice(1));
}

const TYPES = new Set(
  "adjustment applied_to_invoice credit_note initial invoice_overpaid invoice_too_large invoice_too_small migration unapplied_from_invoice unspent_receiver_credit".split(
    " ",
  ),
);

type Transaction = Readonly<Record<string, unknown>>;

function isByHand(value: Transaction): boolean {
  return (
    isText(value["id"]) &&
    value["object"] === "customer_balance_transaction" &&
    Number.isInteger(value["amount"]) &&
    Number.isInteger(value["created"]) &&
    (value["credit_note"] === null || isText(value["credit_note"])) &&
    /^[a-z]{3}$/u.test(String(value["currency"])) &&
    isText(value["customer"]) &&
    (value["description"] === null || isText(value["description"])) &&
    Number.isInteger(value["ending_balance"]) &&
    (value["invoice"] === null || isText(value["invoice"])) &&
    typeof value["livemode"] === "boolean" &&
    (value["metadata"] === null || isMetadata(value["metadata"])) &&
    TYPES.has(String(value["type"]))
  );
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.length <= 5000;
}

function isMetadata(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const entries = Object.entries(value);
  if (entries.length > 50) return false;
  return entries.every(
    ([key, text]) =>
      key.length <= 40 && /^[^[\]]*$/u.test(key) && typeof text === "string" && text.length <= 500,
  );
}

function issuesByHand(value: Transaction): { pointer: string; message: string }[] {
  const issues: { pointer: string; message: string }[] = [];
  const need = (key: string, holds: boolean, what: string): void => {
    if (!holds) issues.push({ pointer: `/${key}`, message: `expected ${what}` });
  };
  need("id", isText(value["id"]), "a string");
  need("object", value["object"] === "customer_balance_transaction", "the object's name");
  need("amount", Number.isInteger(value["amount"]), "an integer");
  need("created", Number.isInteger(value["created"]), "an integer");
  need("customer", isText(value["customer"]), "a string or a customer");
  need("type", typeof value["type"] === "string" && TYPES.has(value["type"]), "a known type");
  need("metadata", value["metadata"] === null || isMetadata(value["metadata"]), "a map");
  return issues;
}
