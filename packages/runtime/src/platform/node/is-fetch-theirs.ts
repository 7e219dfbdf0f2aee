/** Node.js makes it when the module is loaded: whoever puts another in its place wants that one to be asked. */
const native = globalThis.fetch;

/** Where undici keeps what sends the requests of `fetch`; programs put proxies there. */
const DISPATCHERS = [
  Symbol.for("undici.globalDispatcher.1"),
  Symbol.for("undici.globalDispatcher.2"),
];

/** Whether somebody has replaced `fetch`, or told it how to send. */
export function isFetchTheirs(): boolean {
  return globalThis.fetch !== native || usesProxy() || DISPATCHERS.some(isTheirs);
}

/** Since Node.js 24, `fetch` goes through the proxies of the environment when this is set. */
function usesProxy(): boolean {
  const environment: unknown = Reflect.get(Object(Reflect.get(globalThis, "process")), "env");
  return Reflect.get(Object(environment), "NODE_USE_ENV_PROXY") !== undefined;
}

// `fetch` makes an agent of its own when it is first called.
function isTheirs(key: symbol): boolean {
  const dispatcher: unknown = Reflect.get(globalThis, key);
  if (dispatcher === undefined || dispatcher === null) return false;
  const name: unknown = Reflect.get(Object(Reflect.get(Object(dispatcher), "constructor")), "name");
  return name !== "Agent" && name !== "Dispatcher1Wrapper";
}
