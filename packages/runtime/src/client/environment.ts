import type { ApiDescriptor, ClientOptions } from "../contract.ts";
import { own } from "./pointer.ts";

/**
 * Fills client options from environment variables, where there are such: on Node.js, Bun and Deno. An option that is given goes
 * before its variable. Of credentials none is read when any is given: two of them would be a riddle.
 */
export function withEnvironment<Options extends ClientOptions>(
  api: ApiDescriptor,
  options: Options,
): Options {
  const environment: unknown = Object(Reflect.get(globalThis, "process")).env;
  const secrets = new Set(Object.values(api.security).map(({ option }) => option));
  const isGiven = [...secrets].some((option) => own(options, option) !== undefined);
  const found: [string, string][] = [];
  for (const [option, name] of Object.entries(api.environment ?? {})) {
    if (own(options, option) !== undefined || (isGiven && secrets.has(option))) continue;
    const value = readVariable(environment, name);
    if (value) found.push([option, value]);
  }
  return { ...options, ...Object.fromEntries(found) };
}

function readVariable(environment: unknown, name: string): string | undefined {
  // What stands for the environment may be an object of the platform, whose members are not its own.
  const value: unknown =
    typeof environment === "object" && environment !== null
      ? Reflect.get(environment, name)
      : undefined;
  return typeof value === "string" ? value : undefined;
}
