import type { Exchange, Seen } from "./exchange.ts";

/** Prices whose name says what becomes of the request: `price_missing`, or `price_flaky_…` for the first attempt. */
const ALWAYS: Readonly<Record<string, (exchange: Exchange) => void>> = {
  // Never answered: whoever asks must give up by itself.
  slow: () => undefined,
  missing: ({ send }) =>
    send(404, {
      error: { type: "invalid_request_error", code: "resource_missing", message: "No price." },
    }),
  declined: ({ send }) =>
    send(402, {
      error: { type: "card_error", code: "card_declined", decline_code: "stolen_card" },
    }),
  refused: ({ request, send }) =>
    send(401, { error: { message: `no: ${request.headers.authorization}` } }),
  moved: ({ send }) => send(307, {}, { location: "/elsewhere" }),
  down: ({ send }) => send(503, { error: { message: "Down." } }),
  html: ({ response }) =>
    void response.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome</h1>"),
  truncated: ({ response }) =>
    void response.writeHead(200, { "content-type": "application/json" }).end('{"id":"pri'),
};

const FIRST: Readonly<Record<string, (exchange: Exchange) => void>> = {
  flaky: ({ send }) => send(503, { error: { message: "Busy." } }, { "retry-after-ms": "1" }),
  busy: ({ send }) => send(429, { error: { message: "Busy." } }, { "retry-after": "0" }),
  dated: ({ send }) => send(503, {}, { "retry-after": new Date().toUTCString() }),
  again: ({ send }) => send(400, {}, { "x-should-retry": "true" }),
  reset: ({ response }) => void response.socket?.resetAndDestroy(),
  cut({ response }) {
    const head = { "content-type": "application/json", "content-length": "100" };
    response.writeHead(200, head).write('{"id":"pri', () => response.socket?.destroy());
  },
  stalled: ({ response }) =>
    void response.writeHead(200, { "content-type": "application/json" }).write('{"id":"pri'),
};

/** `price_<how>_<name>`. */
export function answerPrice(id: string, exchange: Exchange): void {
  const seen = exchange.seen(id);
  seen.requests += 1;
  const [, how = ""] = /^price_([a-z]+)/.exec(id) ?? [];
  const fault = ALWAYS[how] ?? (seen.requests === 1 ? FIRST[how] : undefined);
  if (fault) fault(exchange);
  else exchange.send(200, { id, object: "price", attempt: seen.requests });
}

/** Creates a price; `metadata[how]` says what becomes of the first attempt, once its work is done. */
export function createPrice(exchange: Exchange): void {
  const form = Object.fromEntries(new URLSearchParams(exchange.body.toString()));
  const { authorization, "idempotency-key": key } = exchange.request.headers;
  const seen = exchange.seen(form["metadata[name]"] ?? "");
  seen.requests += 1;
  work(seen, typeof key === "string" ? key : undefined);
  const fault = seen.requests === 1 ? FIRST[form["metadata[how]"] ?? ""] : undefined;
  if (fault) fault(exchange);
  else exchange.send(200, { id: "price_1", form, key, authorization });
}

function work(seen: Seen, key: string | undefined): void {
  if (key === undefined || !seen.keys.has(key)) seen.effects += 1;
  if (key !== undefined) seen.keys.add(key);
}
