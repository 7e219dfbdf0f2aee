import { type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { Readable } from "node:stream";

/** Serves a function of the web platform with nothing of ours between it and Node: what Bun, Deno and workers do. */
export function serve(handler: (request: Request) => Promise<Response>): RequestListener {
  return (incoming, outgoing) => {
    handler(requestOf(incoming))
      .then((response) => send(response, outgoing))
      .catch(() => outgoing.destroy());
  };
}

function requestOf(incoming: IncomingMessage): Request {
  const { method = "GET", url = "/" } = incoming;
  const headers = new Headers();
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at] ?? "", incoming.rawHeaders[at + 1] ?? "");
  }
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>) : null;
  return new Request(`http://localhost${url}`, {
    method,
    headers,
    body,
    duplex: "half",
  } as RequestInit);
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
  for await (const chunk of response.body ?? []) outgoing.write(chunk);
  outgoing.end();
}
