import type { HeaderRecord } from "../request/headers.ts";

/**
 * What must not be told of a request: the values of headers by whose names one would look for secrets, whoever set them.
 */
export function secretsOf(headers: HeaderRecord): readonly string[] {
  const names = Object.keys(headers).filter(isSecretName);
  const values = names.flatMap((name) => headers[name]?.split(/; */) ?? []);
  // In front of what is secret stands a scheme, or the name of a cookie.
  return [...values, ...values.map((value) => value.replace(/^[^ =]*[ =]/, ""))];
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
