import type { HeaderRecord } from "./headers.ts";

/**
 * What must not be told of a request: its credentials, and the values of headers by whose names one would look for some,
 * whoever set them.
 *
 * @param known The secrets of the client.
 */
export function secretsOf(headers: HeaderRecord, known: readonly string[]): readonly string[] {
  const names = Object.keys(headers).filter(isSecretName);
  const values = names.flatMap((name) => headers[name]?.split(/; */) ?? []);
  // In front of what is secret stands a scheme, or the name of a cookie.
  return [...known, ...values, ...values.map((value) => value.replace(/^[^ =]*[ =]/, ""))];
}

/**
 * Whether one would look for a secret in a header of this name, in small letters. Idempotency keys are none: whoever asks for
 * help must be able to name the request.
 */
export function isSecretName(name: string): boolean {
  return (
    /auth|cookie|credential|key|passw|secret|session|signature|token/.test(name) &&
    !name.includes("idempotency")
  );
}
