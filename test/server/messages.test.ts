import { toNodeListener } from "@specwright/runtime/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchange, RawSocket, serve, type Served } from "./raw-socket.ts";
import { CHUNKED, get, HIDDEN, post, smuggled } from "./smuggled.ts";
import { createThings } from "./things.ts";

// Bytes as they are, over a real socket: what no client would send, and what two readers might understand differently.

const made = createThings();
const ways = [
  ["a handler of createHandler", made.handler],
  ["a handler that wraps one", (request: Request) => made.handler(request)],
] as const;

describe.each(ways)("%s on node:http", (_, handler) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(toNodeListener(handler));
  });
  afterAll(() => served.close());

  it.each(smuggled)(
    "refuses a request with %s, and lets nothing behind it pass",
    async (_name, message) => {
      made.journal.ids.length = 0;
      const answers = await exchange(served.port, message);
      const statuses = answers.map(({ status }) => status);
      for (const status of statuses) expect([400, 408, 413, 414, 415, 431]).toContain(status);
      expect(statuses.length).toBeLessThanOrEqual(1);
      expect(answers.map(({ body }) => body).join()).not.toContain("hidden");
      expect(made.journal.ids).not.toContain("hidden");
      expect(made.journal.errors).toEqual([]);
    },
  );

  it.each([
    ["with a length", `content-length: 1500000\r\n`, "1".repeat(1_500_000)],
    ["in chunks", CHUNKED, `16e360\r\n${"1".repeat(1_500_000)}\r\n0\r\n\r\n`],
  ])("hears nothing behind a body that is too long, %s", async (_name, fields, body) => {
    made.journal.ids.length = 0;
    const raw = new RawSocket(served.port);
    raw.write(post(fields, body) + HIDDEN);
    const answers = await raw.answers(2);
    expect(answers.map(({ status }) => status)).toEqual([413]);
    expect(made.journal.ids).toEqual([]);
  });

  it("refuses a request without a host", async () => {
    const answers = await exchange(served.port, get("/things/a", "", ""));
    expect(answers.map(({ status }) => status)).toEqual([400]);
  });

  it("takes a body inside of which there is a request for a body", async () => {
    const answers = await exchange(
      served.port,
      `GET /things/a HTTP/1.1\r\nhost: x\r\ncontent-length: ${HIDDEN.length}\r\n\r\n${HIDDEN}${get("/things/b")}`,
    );
    expect(answers.map(({ body }) => JSON.parse(body))).toEqual([{ id: "a" }, { id: "b" }]);
  });

  it("answers requests that come all at once in their order, whatever time each takes", async () => {
    const targets = ["/slow/60", "/things/1", "/slow/20", "/things/%2f", "/nothing", "/things/3"];
    const raw = new RawSocket(served.port);
    raw.write(targets.map((target) => get(target)).join(""));
    const answers = await raw.answers(targets.length);
    raw.socket.destroy();
    expect(answers.map(({ status, body }) => [status, JSON.parse(body).id])).toEqual([
      [200, "60"],
      [200, "1"],
      [200, "20"],
      [200, "/"],
      [404, undefined],
      [200, "3"],
    ]);
  });

  it("lets a client go that has closed its own side, and answers the others", async () => {
    const [answer] = await exchange(served.port, get("/slow/50"));
    expect([undefined, 200]).toContain(answer?.status);
    const [next] = await exchange(served.port, get("/things/next"));
    expect(next?.status).toBe(200);
    expect(made.journal.errors).toEqual([]);
  });

  it("does not mind trailers, and lets them replace nothing", async () => {
    const [answer] = await exchange(
      served.port,
      post(
        `${CHUNKED}trailer: content-type\r\n`,
        "1\r\n1\r\n0\r\ncontent-type: text/plain\r\nhost: evil\r\n\r\n",
      ),
    );
    expect(JSON.parse(answer?.body ?? "")).toMatchObject({ params: { body: 1 } });
  });

  it.each([
    ["/a/../things/x", 400],
    ["/things/x/%2e%2E/y", 400],
    ["/things/.%2e/things/x", 400],
    ["/things/./x", 400],
    ["/things/..", 400],
    ["/things/%2e", 400],
    ["/a\\..\\things\\x", [400, 404]],
    ["/things\\x", 404],
    ["//things/x", 404],
    ["/things//x", 404],
    ["/things/x/", 404],
    ["/things;v=1/x", 404],
    ["/%74hings/x%00", 400],
    ["/things/%c0%ae%c0%ae/x", 400],
    ["/things/%ed%a0%80", 400],
    ["/things/%f4%90%80%80", 400],
    ["/things/%", 400],
    ["/things/%2", 400],
    ["/things/%gg", 400],
    ["/things/%u0041", 400],
    ["*", 400],
  ])("answers the target %s with %j", async (target, expected) => {
    const [answer] = await exchange(served.port, get(target));
    expect([expected].flat()).toContain(answer?.status);
  });

  it.each([
    ["%2F", "/"],
    ["..%2f..%2fthings", "../../things"],
    ["%2e%2e%2f", "../"],
    ["a%5Cb", "a\\b"],
    ["a\\b", "a\\b"],
    ["a;b=c", "a;b=c"],
    ["%252F", "%2F"],
    ["a+b%20c", "a+b c"],
    ["...", "..."],
    ["%E2%82%AC", "€"],
  ])("gives the segment %s to the same operation as %j", async (segment, id) => {
    const [answer] = await exchange(served.port, get(`/things/${segment}?x=/../../y`));
    const text = Buffer.from(answer?.body ?? "", "latin1").toString("utf8");
    expect([answer?.status, JSON.parse(text)]).toEqual([200, { id }]);
  });
});
