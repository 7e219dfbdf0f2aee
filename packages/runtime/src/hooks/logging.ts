import { isSecretName } from "../secrets/secrets-of.ts";
import type { Middleware, OutgoingRequest } from "./middleware.ts";

/** Where log lines go: `console`, or any logger of that shape. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
}

/** How much is logged. `warn`: what failed. `info`: a line for each attempt. `debug`: its headers too. */
export type LogLevel = "warn" | "info" | "debug";

const LEVELS: readonly LogLevel[] = ["warn", "info", "debug"];

/**
 * Logs attempts, a line each: operation, method, path, status, time. Never a body, a query or a secret.
 *
 * @param options `level`: default `info`.
 */
export function logging(
  logger: Logger,
  { level = "info" }: { readonly level?: LogLevel } = {},
): Middleware {
  const most = LEVELS.indexOf(level);
  const say = (wanted: LogLevel, request: OutgoingRequest, what: string): void => {
    if (LEVELS.indexOf(wanted) > most) return;
    const time = Math.round(performance.now() - request.began);
    const again = request.attempt > 1 ? `, attempt ${request.attempt}` : "";
    const line = `${request.operation}: ${request.method} ${pathOf(request.url)} ${what} (${time} ms${again})`;
    logger[wanted](oneLine(request.redact(line)));
  };
  return {
    before: (request) => say("debug", request, `goes out with ${shown(request.headers, request)}`),
    after: ({ status, headers }, request) => {
      say(status < 400 ? "info" : "warn", request, `was answered with ${status}`);
      say("debug", request, `came with ${shown(Object.fromEntries(headers), request)}`);
    },
    error: (error, request) => say("warn", request, `failed: ${String(error)}`),
  };
}

function shown(headers: Readonly<Record<string, string>>, { redact }: OutgoingRequest): string {
  const pairs = Object.entries(headers).map(([name, value]) => [
    name,
    isSecretName(name) ? "[secret]" : redact(value),
  ]);
  return JSON.stringify(Object.fromEntries(pairs));
}

/** Without origin and query: callers' data, and keys, may be in it. */
function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/\?.*/s, "");
}

/** What came from outside must not begin a line of its own, nor colour one. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
