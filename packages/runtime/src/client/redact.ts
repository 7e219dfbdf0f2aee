/** Takes every secret out of a text that came from outside. */
export function redact(text: string, secrets: readonly string[]): string {
  // What is shorter is no secret, and would tear holes into innocent words.
  return (
    secrets
      .filter((secret) => secret.length > 3)
      // One may be a part of another.
      .sort((a, b) => b.length - a.length)
      .reduce((clean, secret) => clean.replaceAll(secret, "[secret]"), text)
  );
}
