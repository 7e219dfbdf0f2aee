/**
 * Splits any spelling into its words: `balance_transactions`, `balanceTransactions`, `BALANCE-transactions` and
 * `HTTPServer` alike; `URLs` is one word. Letters and digits of every script are kept, everything else parts
 * words, and so does what cannot be seen.
 */
export function words(text: string): string[] {
  return text
    .normalize("NFC")
    .replace(/([\p{Ll}\p{Nd}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}(?!s(?:[^\p{L}]|\p{Lu}|$))\p{Ll})/gu, "$1 $2")
    .split(/(?:[^\p{L}\p{Nd}\p{Mn}\p{Mc}]|\p{Default_Ignorable_Code_Point})+/u)
    .filter((word) => word !== "");
}
