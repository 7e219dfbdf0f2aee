import type { Resource } from "./api-model.ts";

/** Whether an operation of the resource asks who calls. */
export function asksForCredentials({ operations }: Resource): boolean {
  return operations.some(({ security }) => security.some(({ schemes }) => schemes.length > 0));
}
