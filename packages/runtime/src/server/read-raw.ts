import type { Limits, RawInput } from "./contract.ts";
import type { Incoming } from "./incoming.ts";
import { readBytes } from "./read-body.ts";

/** A request as it came, within its limits. @throws {ProblemError} 413 or 408. */
export async function readRaw(
  incoming: Incoming,
  limits: Limits,
): Promise<{ readonly input: RawInput & Record<string, unknown>; readonly params: undefined }> {
  const body = await readBytes(incoming, limits);
  const headers = { get: (name: string): string | null => incoming.header(name) };
  return { input: { body, headers }, params: undefined };
}
