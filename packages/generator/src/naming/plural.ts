const RULES: readonly (readonly [RegExp, string])[] = [
  [/(s|x|z|ch|sh)$/i, "$1es"],
  [/([^aeiou])y$/i, "$1ies"],
  [/$/, "s"],
];

/** `paymentIntent` → `paymentIntents`; only the last word changes. English rules, first hit wins. */
export function plural(text: string): string {
  for (const [one, many] of RULES) if (one.test(text)) return text.replace(one, many);
  return text;
}
