import { createServer, type RequestListener, type Server } from "node:http";
import { connect, type Socket } from "node:net";

/** A server on loopback. */
export interface Served {
  readonly server: Server;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves on a free port of the loopback address. */
export async function serve(
  listener: RequestListener,
  options: Parameters<typeof createServer>[0] = {},
): Promise<Served> {
  const server = createServer(options, listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    server,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An answer as it came over a socket. */
export interface RawAnswer {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** A connection on which bytes go out as they are; nothing that it meets is thrown. */
export class RawSocket {
  readonly socket: Socket;
  /** All that came back, a character for each byte. */
  received = "";
  readonly #closed: Promise<void>;

  constructor(port: number) {
    this.socket = connect(port, "127.0.0.1");
    this.socket.setEncoding("latin1");
    this.socket.on("data", (text: string) => (this.received += text));
    this.socket.on("error", () => undefined);
    this.#closed = new Promise((resolve) => this.socket.once("close", () => resolve()));
  }

  write(text: string): void {
    this.socket.write(text, "latin1");
  }

  /** Waits until the other side has closed, and gives all that came. */
  async closed(): Promise<string> {
    await this.#closed;
    return this.received;
  }

  /** Waits until so many answers are complete. */
  async answers(count: number): Promise<readonly RawAnswer[]> {
    for (;;) {
      const answers = parseAnswers(this.received);
      if (answers.length >= count || this.socket.destroyed) return answers;
      await new Promise((resolve) => {
        this.socket.once("data", resolve);
        this.socket.once("close", resolve);
      });
    }
  }
}

/** Writes bytes as they are, closes its own side, and gives all that comes back. */
export async function exchange(port: number, text: string): Promise<readonly RawAnswer[]> {
  const raw = new RawSocket(port);
  raw.write(text);
  raw.socket.end();
  return parseAnswers(await raw.closed());
}

/** Takes complete answers apart, with their lengths or chunks; those to `HEAD` are not foreseen. RFC 9112, section 6. */
function parseAnswers(text: string): readonly RawAnswer[] {
  const answers: RawAnswer[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = text.indexOf("\r\n\r\n", at);
    if (blank < 0) break;
    const [line = "", ...fields] = text.slice(at, blank).split("\r\n");
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1]);
    if (!status) throw new Error(`no answer: ${line.slice(0, 80)}`);
    const headers = new Map(
      fields.map((field): [string, string] => {
        const colon = field.indexOf(":");
        return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
      }),
    );
    const read = readBody(text, blank + 4, headers);
    if (!read) break;
    if (status >= 200) answers.push({ status, headers, body: read.body });
    at = read.end;
  }
  return answers;
}

function readBody(
  text: string,
  start: number,
  headers: ReadonlyMap<string, string>,
): { readonly body: string; readonly end: number } | undefined {
  if (headers.get("transfer-encoding") !== "chunked") {
    const end = start + Number(headers.get("content-length") ?? 0);
    return end <= text.length ? { body: text.slice(start, end), end } : undefined;
  }
  let body = "";
  for (let at = start; ;) {
    const line = text.indexOf("\r\n", at);
    if (line < 0) return undefined;
    const length = Number.parseInt(text.slice(at, line), 16);
    const next = line + 2 + length + 2;
    if (next > text.length) return undefined;
    if (length === 0) return { body, end: next };
    body += text.slice(line + 2, next - 2);
    at = next;
  }
}
