import { toNodeListener } from "@specwright/runtime/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchange, RawSocket, serve, type Served } from "./raw-socket.ts";
import { createThings, type Journal } from "./things.ts";

// Clients that go away, take their time, never read and never finish: the others do not notice.

const POST = "POST /things/a HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";

const halves: readonly (readonly [name: string, bytes: string])[] = [
  ["half of a request line", "GET /thi"],
  ["half of a header", "GET /things/a HTTP/1.1\r\nhost: x\r\nx-a"],
  ["a body that never comes", `${POST}content-length: 10\r\n\r\n`],
  ["half of a body", `${POST}content-length: 10\r\n\r\n123`],
  ["half of a chunk", `${POST}transfer-encoding: chunked\r\n\r\n5\r\n12`],
];

const wraps = { "a handler of createHandler": false, "a handler that wraps one": true };

describe.each(Object.entries(wraps))("%s on node:http", (_, isWrapped) => {
  let served: Served;
  /** The same, with little time for a request. */
  let hasty: Served;
  let journal: Journal;
  beforeAll(async () => {
    const made = createThings();
    journal = made.journal;
    const handler = isWrapped ? (request: Request) => made.handler(request) : made.handler;
    const listener = toNodeListener(handler);
    const times = { connectionsCheckingInterval: 50, headersTimeout: 300, requestTimeout: 600 };
    served = await serve(listener);
    hasty = await serve(listener, times);
  });
  afterAll(() => Promise.all([served.close(), hasty.close()]));

  /** Waits until `told` says so, and fails after five seconds. */
  async function until(told: () => boolean): Promise<void> {
    for (let waited = 0; !told(); waited += 10) {
      if (waited > 5_000) throw new Error("it never came to pass");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** The number that a count has come to when it grows no more; it must have begun. */
  async function standstill(count: () => number): Promise<number> {
    await until(() => count() > 0);
    for (let last = -1; ;) {
      const now = count();
      if (now === last) return now;
      last = now;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async function isWell(server: Served): Promise<void> {
    const [answer] = await exchange(server.port, "GET /things/well HTTP/1.1\r\nhost: x\r\n\r\n");
    // On a busy machine even this one may take more time than there is.
    if (answer?.status === 408) return isWell(server);
    expect(answer).toMatchObject({ status: 200, body: '{"id":"well"}' });
    expect(journal.errors).toEqual([]);
  }

  it("ends a stream whose client goes away, and aborts its signal", async () => {
    const released = journal.released;
    const raw = new RawSocket(served.port);
    raw.write("GET /streams/a HTTP/1.1\r\nhost: x\r\n\r\n");
    await until(() => raw.received.length > 100_000);
    raw.socket.destroy();
    await until(() => journal.released > released);
    await until(() => journal.signal?.aborted === true);
    const made = journal.made;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(journal.made).toBe(made);
    await isWell(served);
  });

  it("makes no more of a stream than a client takes that never reads", async () => {
    const released = journal.released;
    const before = journal.made;
    const raw = new RawSocket(served.port);
    raw.socket.pause();
    raw.write("GET /streams/a HTTP/1.1\r\nhost: x\r\n\r\n");
    // Buffers of the system hold a few megabytes; the whole stream has a thousand.
    expect(await standstill(() => journal.made - before)).toBeLessThan(4_000);
    raw.socket.destroy();
    await until(() => journal.released > released);
    await isWell(served);
  });

  it("makes no more answers than a client takes that sends requests and never reads", async () => {
    const raw = new RawSocket(served.port);
    raw.socket.pause();
    const request = "GET /things/" + "x".repeat(7_000) + " HTTP/1.1\r\nhost: x\r\n\r\n";
    const before = journal.asked;
    for (let count = 0; count < 6_000; count += 1) raw.write(request);
    // Buffers of the system hold a few megabytes; all the answers have 42.
    expect(await standstill(() => journal.asked - before)).toBeLessThan(5_000);
    raw.socket.destroy();
    await isWell(served);
  });

  it("lets a stream go that HEAD asks for, without a body", async () => {
    const released = journal.released;
    const raw = new RawSocket(served.port);
    raw.write("HEAD /streams/a HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    expect(await raw.closed()).toMatch(/^HTTP\/1\.1 200 [^]*\r\n\r\n$/);
    await until(() => journal.released > released);
  });

  it.each(halves)(
    "closes on %s when time is up, and goes on when the client goes away",
    async (_name, bytes) => {
      const patient = new RawSocket(hasty.port);
      patient.write(bytes);
      const gone = new RawSocket(hasty.port);
      gone.write(bytes);
      gone.socket.end();
      await gone.closed();
      const torn = new RawSocket(hasty.port);
      torn.write(bytes);
      await new Promise((resolve) => setTimeout(resolve, 20));
      torn.socket.resetAndDestroy();
      await isWell(hasty);
      expect(await patient.closed()).toMatch(/^(?:HTTP\/1\.1 (?:408|400) |$)/);
      await isWell(hasty);
    },
  );

  it("closes on who sends a byte at a time, and never ends", async () => {
    const raw = new RawSocket(hasty.port);
    raw.write("GET /things/a HTTP/1.1\r\nhost: x\r\n");
    const dripping = setInterval(() => raw.write("x: y\r\n"), 30);
    try {
      expect(await raw.closed()).toMatch(/^(?:HTTP\/1\.1 408 |$)/);
    } finally {
      clearInterval(dripping);
    }
    await isWell(hasty);
  });

  it("says that a body is too long to who is still sending it, and closes", async () => {
    const raw = new RawSocket(served.port);
    raw.write(`${POST}transfer-encoding: chunked\r\n\r\n`);
    const chunk = `10000\r\n${"1".repeat(65_536)}\r\n`;
    for (let count = 0; count < 40; count += 1) raw.write(chunk);
    const [answer] = await raw.answers(1);
    expect(answer).toMatchObject({ status: 413 });
    expect(answer?.headers.get("connection")).toBe("close");
    await raw.closed();
    await isWell(served);
  });

  it("goes on when clients reset their connections in the middle of everything", async () => {
    const bytes = [
      "GET /slow/200 HTTP/1.1\r\nhost: x\r\n\r\n",
      "GET /streams/a HTTP/1.1\r\nhost: x\r\n\r\n",
      "GET /things/a HTTP/1.1\r\nhost: x\r\n\r\n".repeat(20),
      `${POST}content-length: 9\r\n\r\n1`,
    ];
    for (let count = 0; count < 80; count += 1) {
      const raw = new RawSocket(served.port);
      raw.write(bytes[count % bytes.length] ?? "");
      setTimeout(() => raw.socket.resetAndDestroy(), count % 30);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    await isWell(served);
  });
});
