import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** The other side of suite.ts. */
export interface SuiteServer {
  readonly origin: string;
  /** What a page reported. */
  readonly reported: Promise<unknown>;
  stop(): Promise<void>;
}

/** @param page Script of a page that runs the suite, and reports. */
export async function startSuiteServer(page: string): Promise<SuiteServer> {
  const attempts = new Map<string, number>();
  const report = Promise.withResolvers<unknown>();
  const server = createServer((request, response) => {
    void answer(request, response, { attempts, page, report: report.resolve });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    reported: report.promise,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Memory {
  readonly attempts: Map<string, number>;
  readonly page: string;
  readonly report: (outcomes: unknown) => void;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  memory: Memory,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = new Uint8Array(Buffer.concat(chunks));
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const send = (status: number, value: unknown, headers: Record<string, string> = {}): void => {
    const type = { "content-type": "application/json", "request-id": "req_1" };
    response.writeHead(status, { ...type, ...headers }).end(JSON.stringify(value));
  };
  const [, id] = /^\/v1\/prices\/([^/]+)$/.exec(pathname) ?? [];
  if (id !== undefined) return price(decodeURIComponent(id), send, memory);
  switch (`${request.method} ${pathname}`) {
    case "POST /v1/prices": {
      const form = Object.fromEntries(new URLSearchParams(Buffer.from(body).toString()));
      const { authorization, "idempotency-key": key } = request.headers;
      return send(200, { id: "price_1", form, key, authorization });
    }
    case "GET /v1/prices": {
      const isFirst = searchParams.get("starting_after") === null;
      const data = (isFirst ? ["price_1", "price_2"] : ["price_3"]).map((one) => ({ id: one }));
      return send(200, { object: "list", data, has_more: isFirst });
    }
    case "POST /files": {
      const headers = { "content-type": request.headers["content-type"] ?? "" };
      const form = await new Response(body, { headers }).formData();
      const file = form.get("file");
      if (!(file instanceof File)) return send(400, {});
      const { name, type } = file;
      return send(200, { purpose: form.get("purpose"), name, type, text: await file.text() });
    }
    case "GET /events":
      response.writeHead(200, { "content-type": "text/event-stream" });
      // Cut within an event, and within its line break.
      for (const piece of ['data: {"n":1}\n\nda', 'ta: {"n":2}\r', '\n\r\ndata: {"n":3}\n\n']) {
        response.write(piece);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      response.end();
      return;
    case "GET /":
      response.writeHead(200, { "content-type": "text/html" });
      response.end('<!doctype html><script type="module" src="/page.js"></script>');
      return;
    case "GET /page.js":
      response.writeHead(200, { "content-type": "text/javascript" }).end(memory.page);
      return;
    case "POST /report":
      memory.report(JSON.parse(Buffer.from(body).toString()));
      return send(200, {});
    default:
      return send(404, {});
  }
}

function price(
  id: string,
  send: (status: number, value: unknown, headers?: Record<string, string>) => void,
  { attempts }: Memory,
): void {
  // Never answered: whoever asks must give up by itself.
  if (id === "price_slow") return;
  if (id === "price_missing") {
    const error = { type: "invalid_request_error", code: "resource_missing", message: "No price." };
    return send(404, { error });
  }
  const attempt = (attempts.get(id) ?? 0) + 1;
  attempts.set(id, attempt);
  const isBusy = id.startsWith("price_flaky_") && attempt === 1;
  if (isBusy) return send(503, { error: { message: "Busy." } }, { "retry-after-ms": "1" });
  send(200, { id, object: "price", attempt });
}
