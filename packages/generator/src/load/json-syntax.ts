/** The first place where a text stops being JSON. */
export interface SyntaxProblem {
  readonly offset: number;
  /** What should have stood there: `a value`. */
  readonly expected: string;
}

type State = "value" | "first-item" | "first-key" | "key" | "colon" | "next" | "end";

const SPACE = /[ \t\n\r]*/y;
const TOKEN =
  // RFC 8259, section 7: a string may hold none of these.
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Finds the first syntax error of a text that `JSON.parse` has refused.
 *
 * The parser's own message tells the place for some errors only, and differs between versions of the engine.
 *
 * @see RFC 8259, section 2.
 */
export function findSyntaxProblem(text: string): SyntaxProblem | undefined {
  const open: ("{" | "[")[] = [];
  let state: State = "value";
  let at = matchEnd(SPACE, text, 0) ?? 0;
  while (at < text.length) {
    const end = matchEnd(TOKEN, text, at) ?? at;
    const next = nextState(state, text.slice(at, end), open);
    if (next === undefined) return { offset: at, expected: expectation(state, open) };
    state = next;
    at = matchEnd(SPACE, text, end) ?? end;
  }
  return state === "end" ? undefined : { offset: text.length, expected: expectation(state, open) };
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** @returns `undefined` when `token` may not stand there. */
function nextState(state: State, token: string, open: ("{" | "[")[]): State | undefined {
  const afterValue = (): State => (open.length === 0 ? "end" : "next");
  if (token === "]" || token === "}") {
    const mayClose = state === "next" || state === (token === "]" ? "first-item" : "first-key");
    if (!mayClose || open.at(-1) !== (token === "]" ? "[" : "{")) return undefined;
    open.pop();
    return afterValue();
  }
  switch (state) {
    case "value":
    case "first-item":
      return startValue(token, open, afterValue);
    case "first-key":
    case "key":
      return token.startsWith('"') ? "colon" : undefined;
    case "colon":
      return token === ":" ? "value" : undefined;
    case "next":
      if (token !== ",") return undefined;
      return open.at(-1) === "{" ? "key" : "value";
    case "end":
      return undefined;
  }
}

function startValue(
  token: string,
  open: ("{" | "[")[],
  afterValue: () => State,
): State | undefined {
  if (token === "{" || token === "[") {
    open.push(token);
    return token === "{" ? "first-key" : "first-item";
  }
  return token === "" || token === "," || token === ":" ? undefined : afterValue();
}

function expectation(state: State, open: readonly ("{" | "[")[]): string {
  switch (state) {
    case "value":
      return "a value";
    case "first-item":
      return 'a value or "]"';
    case "first-key":
      return 'a name in double quotes or "}"';
    case "key":
      return "a name in double quotes";
    case "colon":
      return '":"';
    case "next":
      return open.at(-1) === "{" ? '"," or "}"' : '"," or "]"';
    case "end":
      return "nothing more";
  }
}
