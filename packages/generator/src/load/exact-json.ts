import { numberOf } from "../exact-number.ts";

/** A number that may have more digits than a double holds, where JSON can have a number. Strings may look so too. */
const LONG =
  /(?:^|[:,[])\s*-?(?:[\d.]{16}|[\d.]+e[-+]?\d{3}|(?<=-)0(?:\.0+)?(?:e[-+]?\d+)?\s*(?:[,}\]]|$))/i;

/** A cheap look at the text: hardly any document has such numbers, and `JSON.parse` alone is many times faster. */
export function mayHaveLongNumbers(text: string): boolean {
  return LONG.test(text);
}

/** Parses JSON that `JSON.parse` accepts and that is not deep; no number loses a digit. */
export function parseExactJson(text: string): unknown {
  return JSON.parse(text, function (_key: string, value: unknown, context?: { source?: string }) {
    return typeof value === "number" && context?.source !== undefined
      ? numberOf(context.source)
      : value;
  });
}
