import { Agent, request as httpRequest } from "node:http";
import { connect, type Socket } from "node:net";
import { createRandom } from "../judges/sample-values.ts";

/** What a crowd of clients has met. */
export interface Met {
  good: number;
  malformed: number;
  oversized: number;
  aborted: number;
  /** Slow sockets that the server has closed, and that were replaced. */
  closed: number;
  /** Answers that are not what they should be. */
  readonly wrong: string[];
}

/** How the crowd behaves. */
export interface CrowdOptions {
  readonly port: number;
  /** Milliseconds. */
  readonly duration: number;
  /** Clients that ask one request after the other. */
  readonly clients: number;
  /** Sockets that send a byte now and then. */
  readonly slow: number;
  readonly seed: number;
}

const MALFORMED: readonly string[] = [
  "GET /things/a HTTP/1.1\r\nhost: x\r\nhost: y\r\n\r\n",
  "GET /things/%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
  "GET /../things HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
  "nonsense\r\n\r\n",
  'POST /things/a HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 5\r\n\r\n{"a":',
  "POST /things/a HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
  "POST /things/a HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: text/plain, a/b\r\ncontent-length: 1\r\n\r\n1",
];

/** Of a hundred requests 10 are malformed, 5 too large, 5 broken off; all others are good, and must be answered so. */
export async function crowd(options: CrowdOptions): Promise<Met> {
  const { port, duration, clients, slow, seed } = options;
  const met: Met = { good: 0, malformed: 0, oversized: 0, aborted: 0, closed: 0, wrong: [] };
  const end = performance.now() + duration;
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const random = createRandom(seed);
  const client = async (): Promise<void> => {
    while (performance.now() < end) await one(port, agent, random, met);
  };
  const stopSlow = startSlow(port, slow, met);
  await Promise.all(Array.from({ length: clients }, client));
  stopSlow();
  agent.destroy();
  return met;
}

async function one(port: number, agent: Agent, random: () => number, met: Met): Promise<void> {
  const lot = random();
  if (lot < 0.1) {
    const [message = ""] = MALFORMED.slice(Math.floor(random() * MALFORMED.length));
    const answer = await raw(port, message);
    met.malformed += 1;
    if (!/^(?:$|HTTP\/1\.1 4\d\d )/.test(answer))
      met.wrong.push(`malformed: ${answer.slice(0, 80)}`);
  } else if (lot < 0.15) {
    const answer = await ask(port, agent, "POST", "/things/big", `"${"x".repeat(1_048_576)}"`);
    met.oversized += 1;
    if (answer.status !== 413) met.wrong.push(`oversized: ${answer.status}`);
  } else if (lot < 0.2) {
    await broken(port, random);
    met.aborted += 1;
  } else {
    await good(port, agent, random, met);
  }
}

async function good(port: number, agent: Agent, random: () => number, met: Met): Promise<void> {
  const id = `id ${Math.floor(random() * 1e9)}/é`;
  const value = { id, list: Array.from({ length: Math.floor(random() * 50) }, (_, n) => n) };
  const isPost = random() < 0.5;
  const target = `/things/${encodeURIComponent(id)}`;
  const { status, body } = isPost
    ? await ask(port, agent, "POST", target, JSON.stringify(value))
    : await ask(port, agent, "GET", target);
  const params = { body: value, contentType: "application/json" };
  const expected = JSON.stringify(isPost ? { id, params } : { id });
  met.good += 1;
  if (status !== 200 || body !== expected) met.wrong.push(`good: ${status} ${body.slice(0, 80)}`);
}

interface Asked {
  readonly status: number;
  readonly body: string;
}

function ask(
  port: number,
  agent: Agent,
  method: string,
  path: string,
  body?: string,
): Promise<Asked> {
  return new Promise((resolve) => {
    const headers = body === undefined ? {} : { "content-type": "application/json" };
    const request = httpRequest({ port, host: "127.0.0.1", agent, method, path, headers });
    request.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
      response.on("error", () => resolve({ status: 0, body: "cut off" }));
    });
    request.on("error", (error) => resolve({ status: 0, body: String(error) }));
    request.end(body);
  });
}

/** All that comes back until the server closes; its own side stays open. */
function raw(port: number, message: string): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(message));
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => (text += chunk));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(text));
    socket.on("end", () => socket.end());
  });
}

/** A request broken off while it is sent, or while its answer comes. */
function broken(port: number, random: () => number): Promise<void> {
  const isStream = random() < 0.5;
  const message = isStream
    ? "GET /streams/a HTTP/1.1\r\nhost: x\r\n\r\n"
    : "POST /things/a HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n[1,2,";
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(message);
      setTimeout(() => socket.resetAndDestroy(), random() * 30);
    });
    socket.on("error", () => undefined);
    socket.on("data", () => undefined);
    socket.on("close", () => resolve());
  });
}

/** Keeps so many sockets open that send a byte each half second: a third in the header, a third in the body, a third never read. */
function startSlow(port: number, count: number, met: Met): () => void {
  const sockets = new Map<number, Socket>();
  let isOpen = true;
  const open = (index: number): void => {
    if (!isOpen) return;
    const socket = connect(port, "127.0.0.1");
    sockets.set(index, socket);
    socket.write(beginning(index));
    if (index % 3 === 2) socket.pause();
    else socket.on("data", () => undefined);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      if (isOpen) met.closed += 1;
      open(index);
    });
  };
  for (let index = 0; index < count; index += 1) open(index);
  const dripping = setInterval(() => {
    for (const [index, socket] of sockets) {
      if (index % 3 !== 2 && socket.writable) socket.write(index % 3 === 0 ? "x-a: b\r\n" : " ");
    }
  }, 500);
  return () => {
    isOpen = false;
    clearInterval(dripping);
    for (const socket of sockets.values()) socket.destroy();
  };
}

function beginning(index: number): string {
  if (index % 3 === 0) return "GET /things/slow HTTP/1.1\r\nhost: x\r\n";
  if (index % 3 === 1) {
    return "POST /things/slow HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n[";
  }
  return "GET /streams/slow HTTP/1.1\r\nhost: x\r\n\r\n";
}
