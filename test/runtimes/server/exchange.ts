import type { IncomingMessage, ServerResponse } from "node:http";

/** What the server has seen of one name. */
export interface Seen {
  requests: number;
  effects: number;
  readonly keys: Set<string>;
}

/** One request, read, and the way to answer it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  /** Answers with JSON. */
  readonly send: (status: number, value: unknown, headers?: Record<string, string>) => void;
  /** What was seen of a name before. */
  readonly seen: (name: string) => Seen;
}

export async function readExchange(
  request: IncomingMessage,
  response: ServerResponse,
  memory: Map<string, Seen>,
): Promise<Exchange> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  return {
    request,
    response,
    path: pathname,
    query: searchParams,
    body: Buffer.concat(chunks),
    send(status, value, headers = {}) {
      const own = { "content-type": "application/json", "request-id": "req_1" };
      response.writeHead(status, { ...own, ...headers }).end(JSON.stringify(value));
    },
    seen(name) {
      const own = memory.get(name) ?? { requests: 0, effects: 0, keys: new Set() };
      memory.set(name, own);
      return own;
    },
  };
}
