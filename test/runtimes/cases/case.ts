import { PaymentsClient } from "@specwright/generated-client";

/** Cases by what they show; the argument is the origin of the server. One that throws does not hold. */
export type Cases = Readonly<Record<string, (origin: string) => Promise<void>>>;

export const open = (origin: string, options: object = {}): PaymentsClient =>
  new PaymentsClient({ apiKey: "sk_test_1", baseUrl: origin, backoff: () => 1, ...options });

/** A name that no other case, and no other runtime, asks the server for. */
export const unique = (): string => `${Date.now()}${Math.random().toString(36).slice(2)}`;

/** How many requests the server has had for a name. */
export async function requestsFor(origin: string, name: string): Promise<unknown> {
  return (await fetch(`${origin}/requests/${name}`)).json();
}
