const UNCHANGED = /(?:ss|us|is|news|series|species|settings|data|media|[^aeiou]ics)$/i;

/** Not Latin or Greek words such as `status` and `basis`. */
const SHORT = /(?:api|sku|menu|cpu|gpu)s$/i;

/** Names that only look like plurals. */
const NAMES =
  /(?:^|[a-z\d])(?:Aws|Cors|Dns|Gps|Ios|Kubernetes|Nfs|Sms|Tls)$|^(?:aws|cors|dns|gps|ios|kubernetes|nfs|sms|tls)$/;

/** English plural rules, first hit wins. A wrong guess is only an odd name; a name stays what it is. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/people$/i, "person"],
  [/children$/i, "child"],
  [/(status|alias|bus|canvas|lens)es$/i, "$1"],
  [/(ss|x|z|ch|sh)es$/i, "$1"],
  [/([^aeiou])ies$/i, "$1y"],
  [/s$/i, ""],
];

/** `balanceTransactions` → `balanceTransaction`; only the last word changes. */
export function singular(text: string): string {
  if (SHORT.test(text)) return text.replace(/s$/i, "");
  if (UNCHANGED.test(text) || NAMES.test(text)) return text;
  for (const [plural, one] of RULES) if (plural.test(text)) return text.replace(plural, one);
  return text;
}
