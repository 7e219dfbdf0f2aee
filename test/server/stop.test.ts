import { spawn } from "node:child_process";
import { join } from "node:path";
import { stopServer, toNodeListener } from "@specwright/runtime/server";
import { describe, expect, it, onTestFinished } from "vitest";
import { RawSocket, serve, type Served } from "./raw-socket.ts";
import { createThings } from "./things.ts";

const root = join(import.meta.dirname, "../..");

async function serveThings(): Promise<Served> {
  const served = await serve(toNodeListener(createThings().handler));
  onTestFinished(() => served.close());
  return served;
}

function get(target: string): string {
  return `GET ${target} HTTP/1.1\r\nhost: x\r\n\r\n`;
}

/** The answers of a connection, once there is one, so that the server is known to have taken it. */
async function open(port: number): Promise<RawSocket> {
  const raw = new RawSocket(port);
  raw.write(get("/things/first"));
  await raw.answers(1);
  return raw;
}

describe("a server that is stopped", () => {
  it("answers what is in flight, closes what is idle, and takes nothing new", async () => {
    const { port, server } = await serveThings();
    const idle = await open(port);
    const busy = await open(port);
    busy.write(get("/slow/300") + get("/slow/1"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = stopServer(server);
    const late = new RawSocket(port);
    expect(await late.closed()).toBe("");
    await idle.closed();
    const answers = await busy.answers(3);
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, '{"id":"first"}'],
      [200, '{"id":"300"}'],
      [200, '{"id":"1"}'],
    ]);
    await busy.closed();
    await stopped;
    expect(server.listening).toBe(false);
  });

  it("waits no longer than it is told to for who never ends", async () => {
    const { port, server } = await serveThings();
    const endless = await open(port);
    endless.write(get("/streams/a"));
    await endless.answers(1);
    const dripping = await open(port);
    dripping.write("GET /things/a HTTP/1.1\r\nhost");
    await stopServer(server, { patience: 100 });
    await Promise.all([endless.closed(), dripping.closed()]);
    expect(server.listening).toBe(false);
  });
});

describe("the command of the sandbox", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "answers what is in flight on %s, and ends well",
    async (signal) => {
      const child = spawn(
        process.execPath,
        [
          "--conditions=@specwright/source",
          join(root, "packages/generator/bin/specwright.js"),
          "sandbox",
          join(root, "test/sandbox/tickets.yaml"),
          "--port=0",
          "--quiet",
        ],
        { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
      );
      onTestFinished(() => void child.kill("SIGKILL"));
      const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code)));
      const url = await new Promise<string>((resolve) => {
        child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
      });
      const answer = fetch(`${url}/tickets`, {
        method: "POST",
        headers: { "content-type": "application/json", "sandbox-latency": "2000" },
        body: JSON.stringify({ title: "in flight" }),
      });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      child.kill(signal);
      const response = await answer;
      expect([response.status, await response.json()]).toMatchObject([201, { title: "in flight" }]);
      expect(await ended).toBe(0);
      await expect(fetch(url)).rejects.toThrow();
    },
  );
});
