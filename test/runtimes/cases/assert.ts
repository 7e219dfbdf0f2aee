/** What a case expects, without a test runner: the suite runs where there is none. */
export function equal(found: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Error(`expected ${right}, found ${left}`);
}

/** What a call ended with, when it must not succeed. */
export async function failure(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("expected an error");
}

/** Whether an error is of a class; tells what it was otherwise. */
export function isA<Kind>(
  error: unknown,
  kind: abstract new (...given: never[]) => Kind,
): asserts error is Kind {
  if (error instanceof kind) return;
  throw new Error(`expected ${kind.name}, found ${String(error)}`);
}
