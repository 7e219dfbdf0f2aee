/**
 * Takes every secret out of a text that came from outside, however it is spelled there: as it is, or escaped for JSON, for
 * a URL or for HTML.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const patterns = secrets
    .map((secret) => secret.replaceAll("\\", ""))
    // What is shorter is no secret, and would tear holes into innocent words.
    .filter((secret) => secret.length > 3)
    // One may be a part of another.
    .sort((a, b) => b.length - a.length)
    .map((secret) => ["", ...Array.from(secret, spellings)].join(ESCAPE));
  return text.replace(new RegExp(patterns.join("|") || NOTHING, "gi"), "[secret]");
}

/** Found nowhere. */
const NOTHING = "(?!)";

/**
 * Backslashes, however many the secret has itself: JSON puts one in front of a sign, JSON within JSON three. No more than that, since
 * a text may be made of nothing else.
 */
const ESCAPE = "(?:\\\\(?:u005c)?|%5c){0,7}";

/** A pattern of one sign, which may be escaped in one way or another unless it is a letter or a digit. */
function spellings(sign: string): string {
  if (/[a-z\d]/i.test(sign)) return sign;
  const units = sign.split("").fill("u[\\da-f]{4}").join("\\\\{1,7}");
  const bytes = new TextEncoder().encode(sign).length;
  return `(?:${sign.replace(/[^]/g, "\\$&")}|${units}|(?:%[\\da-f]{2}){${bytes}}|&#?\\w{1,6};)`;
}
