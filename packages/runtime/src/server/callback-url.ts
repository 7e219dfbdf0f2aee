import { own, readPointer } from "../plain/pointer.ts";

/** The request that a callback is on account of, and its answer. */
export interface Exchange {
  /** The whole URL of the request. */
  readonly url: string;
  readonly method: string;
  /** Of the answer, as `body` below `response`; absent as long as there is none. */
  readonly statusCode?: number;
  readonly request: {
    /** Values of the path's parameters, by name. */
    readonly path?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
    readonly headers?: { get(name: string): string | null };
    readonly body?: unknown;
  };
  readonly response?: {
    readonly headers?: { get(name: string): string | null };
    readonly body?: unknown;
  };
}

/**
 * The URL that a callback goes to: its runtime expression, such as `{$request.body#/callbackUrl}`, with the values of the
 * request that it is on account of. OpenAPI 3.1, sections 4.8.18.2 (Key Expression) and 4.8.20.4 (Runtime Expressions).
 *
 * The URL is the caller's choice, so who calls it must see to it that it leads nowhere it should not, such as into one's own
 * network.
 *
 * @param expression The `path` of the generated callback.
 * @returns `undefined` where a value is missing, an expression is none, or what comes of it is no URL of HTTP, or one with a user
 * name. Braces inside an expression are not read.
 */
export function callbackUrl(expression: string, exchange: Exchange): string | undefined {
  let isWhole = true;
  const url = expression.replace(/\{(\$[^{}]*)\}/g, (_, inner: string) => {
    const text = textOf(evaluate(inner, exchange));
    isWhole &&= text !== undefined;
    return text ?? "";
  });
  return isWhole && isPlainUrl(url) ? url : undefined;
}

/** A user name would make the host of the spec look like the one that is asked: `https://shop.example@elsewhere.example`. */
function isPlainUrl(url: string): boolean {
  if (!/^https?:\/\/[^/?#]/i.test(url) || !URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username === "" && password === "";
}

function textOf(value: unknown): string | undefined {
  return ["string", "number", "boolean", "bigint"].includes(typeof value)
    ? String(value)
    : undefined;
}

function evaluate(expression: string, exchange: Exchange): unknown {
  if (expression === "$url") return exchange.url;
  if (expression === "$method") return exchange.method;
  if (expression === "$statusCode") return exchange.statusCode;
  const [, message, source = ""] = /^\$(request|response)\.(.+)$/s.exec(expression) ?? [];
  if (message === "request") return valueIn(exchange.request, source);
  return message === "response" ? valueIn(exchange.response ?? {}, source) : undefined;
}

function valueIn(message: Exchange["request"], source: string): unknown {
  const [, place, name = ""] = /^(header|query|path)\.(.+)$/s.exec(source) ?? [];
  if (place === "header") return TOKEN.test(name) ? message.headers?.get(name) : undefined;
  if (place === "query" || place === "path") return own(message[place], name);
  const [, pointer] = /^body(?:#(.*))?$/s.exec(source) ?? [];
  if (source === "body") return message.body;
  // A pointer is empty, or begins with a slash. RFC 6901, section 3.
  if (pointer === undefined || !/^(?:\/|$)/.test(pointer)) return undefined;
  return readPointer(message.body, pointer) ?? readPointer(message.body, decodeFragment(pointer));
}

/** The name of a header. RFC 9110, section 5.6.2. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/** Some write pointers as in a URL's fragment, with escapes. RFC 6901, section 6. */
function decodeFragment(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
