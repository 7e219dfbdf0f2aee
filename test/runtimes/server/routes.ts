import { gzipSync } from "node:zlib";
import type { Exchange } from "./exchange.ts";

let tokens = 0;

/** Answers by path, whatever the method. */
export const ROUTES: Readonly<Record<string, (exchange: Exchange) => unknown>> = {
  "/v1/prices"({ query, send }) {
    const isFirst = query.get("starting_after") === null;
    const data = (isFirst ? ["price_1", "price_2"] : ["price_3"]).map((one) => ({ id: one }));
    send(200, { object: "list", data, has_more: isFirst });
  },
  "/json"({ request, body, send }) {
    send(200, { type: request.headers["content-type"], body: JSON.parse(body.toString()) });
  },
  "/echo"({ request, send }) {
    send(200, {
      headers: request.headers,
      query: new URL(request.url ?? "", "http://localhost").search,
    });
  },
  "/token"({ request, body, send }) {
    tokens += 1;
    const [id, secret] = atob(String(request.headers.authorization).slice("Basic ".length)).split(
      ":",
    );
    const isGranted =
      new URLSearchParams(body.toString()).get("grant_type") === "client_credentials";
    if (!isGranted) return send(400, {});
    send(200, { access_token: `token-${tokens}-${id}-${secret}`, expires_in: 3_600 });
  },
  async "/files"({ request, body, send }) {
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    const file = form.get("file");
    if (!(file instanceof File)) return send(400, {});
    const { name, type, size } = file;
    const text = (await file.text()).slice(0, 100);
    send(200, { purpose: form.get("purpose"), name, type, size, text });
  },
  "/bytes"({ response }) {
    response.writeHead(200, { "content-type": "image/png" }).end(Buffer.alloc(65_536, 1));
  },
  "/bomb"({ response }) {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    response.writeHead(200, headers).end(gzipSync(Buffer.alloc(2 ** 22, " ")));
  },
  "/numbered"({ query, send }) {
    const page = Number(query.get("page") ?? 1);
    const data = [[1, 2], [3, 4], [5]][page - 1]?.map((n) => ({ n }));
    send(200, { data: data ?? [], pages: 3 });
  },
  "/linked"({ query, send }) {
    const first = query.get("page") === null;
    const next = query.get("to") === "elsewhere" ? "http://127.0.0.1:1/linked" : "/linked?page=2";
    send(200, [{ n: first ? 1 : 2 }], first ? { link: `<${next}>; rel="next"` } : {});
  },
  "/lines": ({ response }) =>
    pour(response, "application/jsonl", ['{"n":1}\n{"n"', ":2}", '\r\n\n{"n":3}']),
  "/named-events": ({ response }) =>
    pour(response, "text/event-stream", [': hi\nevent: ü\nid: 7\ndata: {"n":1}\ndata: more\n\n']),
  "/events"({ query, response }) {
    // Cut within an event, and within its line break.
    const pieces = ['data: {"n":1}\n\nda', 'ta: {"n":2}\r', '\n\r\ndata: {"n":3}\n\n'];
    if (query.has("bytes")) return pour(response, "text/event-stream", pieces.join("").split(""));
    if (query.has("broken") || query.has("endless")) {
      const head = { "content-type": "text/event-stream" };
      response.writeHead(200, head).write(pieces[0]);
      if (query.has("broken")) setTimeout(() => response.socket?.destroy(), 20);
      return;
    }
    return pour(response, "text/event-stream", pieces);
  },
  "/elsewhere"({ seen, send }) {
    seen("elsewhere").requests += 1;
    send(200, {});
  },
};

/** Writes piece by piece. */
async function pour(
  response: Exchange["response"],
  type: string,
  pieces: readonly string[],
): Promise<void> {
  response.writeHead(200, { "content-type": type });
  for (const piece of pieces) {
    response.write(piece);
    await new Promise((resolve) => setTimeout(resolve, pieces.length > 10 ? 0 : 5));
  }
  response.end();
}
