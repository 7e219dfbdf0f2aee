/** Where undici keeps what sends the requests of `fetch`; programs put proxies there. */
const DISPATCHERS = [
  Symbol.for("undici.globalDispatcher.1"),
  Symbol.for("undici.globalDispatcher.2"),
] as const;

/** What was looked at last: it hardly ever changes, and to look takes longer than to compare. */
let seen: readonly unknown[] = [];
let verdict = false;

/**
 * Whether somebody has replaced `fetch`, or told it how to connect: by a dispatcher, or by the proxies of the environment, for
 * which Node.js sets one. In doubt it is so.
 */
export function isFetchTheirs(): boolean {
  const { fetch } = globalThis;
  const first: unknown = Reflect.get(globalThis, DISPATCHERS[0]);
  const second: unknown = Reflect.get(globalThis, DISPATCHERS[1]);
  if (seen[0] === fetch && seen[1] === first && seen[2] === second) return verdict;
  seen = [fetch, first, second];
  verdict = !isNative(fetch) || !isUntouched(first) || !isUntouched(second);
  return verdict;
}

/** The one of Node.js is no native code but a few lines that load undici. */
function isNative(fetch: unknown): boolean {
  return Function.prototype.toString.call(fetch).includes("internal/deps/undici/undici");
}

/** Whether it is none, or the one that `fetch` makes for itself: an agent without options. */
function isUntouched(dispatcher: unknown): boolean {
  if (dispatcher === undefined) return true;
  const kind: unknown = Object.getPrototypeOf(Object(dispatcher));
  const { name } = Object(member(kind, "constructor"));
  // It stands for the second one, which is looked at, too.
  if (name === "Dispatcher1Wrapper") return true;
  // One with interceptors is a proxy of an agent, whose `dispatch` is another.
  const isPlain = member(dispatcher, "dispatch") === member(kind, "dispatch");
  return name === "Agent" && isPlain && hasNoOptions(Object(dispatcher));
}

function hasNoOptions(agent: object): boolean {
  const key = Object.getOwnPropertySymbols(agent).find((one) => one.description === "options");
  const options = key && Object(Reflect.get(agent, key));
  // A limit that is infinite is a default.
  return options && Object.values(options).every((one) => one === undefined || one === Infinity);
}

function member(value: unknown, key: string): unknown {
  return Reflect.get(Object(value), key);
}
