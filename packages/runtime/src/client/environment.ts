import type { ApiDescriptor, ClientOptions } from "../contract.ts";
import { own } from "../plain/pointer.ts";

/**
 * Fills client options from environment variables, where there are such: on Node.js, Bun and Deno. An option that is given goes
 * before its variable. Of credentials none is read when any is given: two of them would be a riddle.
 */
export function withEnvironment<Options extends ClientOptions>(
  api: ApiDescriptor,
  options: Options,
): Options {
  // What stands for the environment may be an object of the platform, whose members are not its own.
  const variables: object = Object(Object(Reflect.get(globalThis, "process")).env);
  const secrets = Object.values(api.security).map(({ option }) => option);
  const isGiven = (option: string): boolean => own(options, option) !== undefined;
  const taken = secrets.some(isGiven) ? secrets : [];
  const found = Object.entries(api.environment ?? {})
    .map(([option, name]): [string, unknown] => [option, Reflect.get(variables, name)])
    .filter(([option, value]) => {
      return value && typeof value === "string" && !isGiven(option) && !taken.includes(option);
    });
  return { ...options, ...Object.fromEntries(found) };
}
