import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRemote, type Remote, type RemoteAccess, type RemoteRead } from "./remote.ts";

/** Two servers on this machine: another port is another host, as far as permissions and headers go. */
const servers: Server[] = [];
const seen: { host: string; path: string; secret: string | undefined }[] = [];
let here = "";
let there = "";

async function listen(answer: (path: string, response: ServerResponse) => void): Promise<string> {
  const server = createServer(({ url = "", headers }: IncomingMessage, response) => {
    seen.push({ host: headers.host ?? "", path: url, secret: headers["x-secret"]?.toString() });
    answer(url, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function answerHere(path: string, response: ServerResponse): void {
  const steps = /^\/steps\/(\d+)$/.exec(path)?.[1];
  if (steps !== undefined && steps !== "0") {
    response.writeHead(302, { location: `./${Number(steps) - 1}` }).end();
  } else if (path === "/away") response.writeHead(307, { location: `http://${there}/got` }).end();
  else if (path === "/file") response.writeHead(301, { location: "file:///etc/passwd" }).end();
  else if (path === "/large") response.end("x".repeat(2_000));
  else if (path === "/latin") response.end(Buffer.from([0xe9]));
  else if (path === "/slow") response.write("a");
  else if (path === "/missing") response.writeHead(404).end("secret reason");
  else response.end(`from ${path}`);
}

beforeAll(async () => {
  here = await listen(answerHere);
  there = await listen((_, response) => response.end("from there"));
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const remote = (access: Partial<RemoteAccess> = {}): Remote =>
  createRemote({ hosts: [here], headers: {}, ...access }, fetch, { bytes: 1_000, wait: 400 });

const read = (path: string, access?: Partial<RemoteAccess>): Promise<RemoteRead> =>
  remote(access).read(`http://${here}${path}`);

describe("a document on the network", () => {
  it("is read, with the address it was found at", async () => {
    const url = `http://${here}/steps/0`;
    expect(await read("/steps/0")).toEqual({ kind: "text", text: "from /steps/0", url });
    expect(await read("/steps/5")).toEqual({ kind: "text", text: "from /steps/0", url });
  });

  it("is given up where it leads on and on", async () => {
    expect(await read("/steps/6")).toEqual({
      kind: "failed",
      reason: "it leads on more than 5 times",
    });
  });

  it.each([
    ["/away", "which is not allowed"],
    ["/file", "which is not allowed"],
    ["/latin", "UTF-8"],
    ["/missing", "the server answered 404"],
    ["/slow", "no answer within 0.4 s"],
  ])("at %s is not read: %s", async (path, reason) => {
    const found = await read(path);
    expect(found).toMatchObject({ kind: "failed" });
    expect(JSON.stringify(found)).toContain(reason);
  });

  it("is not read whole when it is too large", async () => {
    expect(await read("/large")).toEqual({ kind: "too-large" });
  });

  it("may lead on to another host that is allowed, which gets no headers of the first", async () => {
    seen.length = 0;
    const access = { hosts: [here, there], headers: { [here]: { "x-secret": "s" } } };
    expect(await read("/away", access)).toMatchObject({ text: "from there" });
    expect(seen).toEqual([
      { host: here, path: "/away", secret: "s" },
      { host: there, path: "/got", secret: undefined },
    ]);
  });

  it("is not asked for where the server cannot be reached", async () => {
    const found = await remote({ hosts: ["localhost:1"] }).read("http://localhost:1/");
    expect(found).toMatchObject({ kind: "failed" });
  });
});
