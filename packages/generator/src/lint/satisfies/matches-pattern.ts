import { createContext, Script } from "node:vm";

/** A pattern that has not decided by then is taken to match. Milliseconds. */
const TIME_LIMIT = 100;

/** Values longer than that are taken to match. */
const MAX_LENGTH = 10_000;

/**
 * Whether the pattern matches somewhere in the text. ECMA-262 with the flag `u`.
 *
 * Pattern and text come from a stranger, and together can take for ever: (a+)+$ against a row of a's and one b. Only a
 * script of `node:vm` can be stopped in the middle of that. The pattern is data to it, never code.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  if (text.length > MAX_LENGTH) return true;
  sandbox ??= createContext(Object.assign(Object.create(null), { text: "", pattern: "" }));
  Object.assign(sandbox, { text, pattern });
  try {
    return SCRIPT.runInContext(sandbox, { timeout: TIME_LIMIT }) === true;
  } catch {
    return true;
  }
}

const SCRIPT = new Script('new RegExp(pattern, "u").test(text)');
let sandbox: object | undefined;
