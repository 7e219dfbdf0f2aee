import { describe, expect, it } from "vitest";
import { readApiAt } from "../../packages/generator/src/reading.ts";
import { createSandbox, type Sandbox } from "@specwright/sandbox";
import { type PlainRequest, requestsOf, toRequest } from "../helpers/api-requests.ts";
import { corpusDocuments } from "../helpers/corpus.ts";
import { paymentsApi } from "../helpers/sandbox.ts";
import { createRandom } from "../judges/sample-values.ts";

// `SPECWRIGHT_REQUESTS=100000` bends that many of ours, and a tenth of that of each document of others.

const COUNT = Number(process.env["SPECWRIGHT_REQUESTS"] ?? 6_000);

type Random = () => number;

function oneOf<T>(options: readonly [T, ...T[]], random: Random): T {
  return options[Math.floor(random() * options.length)] ?? options[0];
}

const NASTY: readonly [string, ...string[]] = [
  "",
  "null",
  "true",
  "-1",
  "1e400",
  "9007199254740993",
  "[]",
  "{}",
  "[object Object]",
  "__proto__",
  "constructor",
  "toString",
  "a".repeat(6_000),
  "\u0000",
  "%00",
  "%2F",
  "..%2f",
  "%c0%af",
  "%",
  "%zz",
  "é😀\ud800",
  "'\"<>",
  "a,b|c d",
  "0x10",
  "NaN",
  " ",
  "\r\nx: y",
  "id",
  "nobody",
  "tok_chargeDeclined",
  "2025-13-45T99:99:99Z",
];
const KEYS: readonly [string, ...string[]] = [
  "limit",
  "starting_after",
  "ending_before",
  "expand[]",
  "expand[0]",
  "page",
  "query",
  "created[gt]",
  "created[x]",
  "metadata[a]",
  "metadata",
  "a[b][c][d]",
  "a[]",
  "a[999999999]",
  "a[-1]",
  "__proto__[x]",
  "constructor[prototype][x]",
  "[",
  "]",
  "a[b",
  "",
  "per_page",
  "q",
];
const TYPES: readonly [string, ...string[]] = [
  "application/json",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "text/plain",
  "application/octet-stream",
  "application/json; charset=utf-16",
  'APPLICATION/JSON ;x="y"',
  "",
  "*/*",
  "nonsense",
];
const BODIES: readonly [string, ...string[]] = [
  "",
  "null",
  "[]",
  "{}",
  '"text"',
  "1",
  "{",
  "[".repeat(5_000),
  `${'{"a":'.repeat(40)}1${"}".repeat(40)}`,
  '{"__proto__":{"x":1}}',
  '{"constructor":1,"toString":2}',
  "a=1&a=2",
  "a[b]=1&a=2",
  "a=1&".repeat(2_000),
  "--x\r\n\r\n--x--",
  "\ud800",
];

/** The request with one to three things about it bent. */
function bend(request: PlainRequest, random: Random): PlainRequest {
  let bent = request;
  for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1)
    bent = oneOf(BENDS, random)(bent, random);
  return bent;
}

type Bend = (request: PlainRequest, random: Random) => PlainRequest;
const BENDS: readonly [Bend, ...Bend[]] = [
  (request, random) => ({
    ...request,
    method: oneOf(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"], random),
  }),
  (request, random) => {
    const segments = request.target.split("/");
    segments[1 + Math.floor(random() * (segments.length - 1))] = oneOf(NASTY, random);
    return { ...request, target: segments.join("/") || "/" };
  },
  (request, random) => {
    const sign = request.target.includes("?") ? "&" : "?";
    return {
      ...request,
      target: `${request.target}${sign}${oneOf(KEYS, random)}=${encodeURI(oneOf(NASTY, random).replace(/\p{Cs}/gu, "\ufffd"))}`,
    };
  },
  (request, random) => ({ ...request, body: oneOf(BODIES, random) }),
  (request, random) => {
    const { body = "" } = request;
    const at = Math.floor(random() * body.length);
    return {
      ...request,
      body: body.slice(0, at) + oneOf(NASTY, random) + body.slice(at + Math.floor(random() * 4)),
    };
  },
  (request, random) => {
    const pairs = (request.body ?? "").split("&");
    pairs.push(`${oneOf(KEYS, random)}=${oneOf(NASTY, random)}`);
    return { ...request, body: pairs.filter(() => random() > 0.2).join("&") };
  },
  (request, random) => {
    const changed = (request.body ?? "").replaceAll(/(?<=[:=])[^,&}\]]*/g, (value) =>
      random() > 0.3 ? value : oneOf(NASTY, random),
    );
    return { ...request, body: changed };
  },
  (request, random) => ({
    ...request,
    headers: { ...request.headers, "content-type": oneOf(TYPES, random) },
  }),
  (request, random) => ({
    ...request,
    headers: {
      ...request.headers,
      accept: oneOf(TYPES, random),
      "idempotency-key": oneOf(["k", ""], random),
    },
  }),
  (request, random) => ({
    ...request,
    headers: { ...request.headers, authorization: oneOf(["", "Basic !!", "Bearer ", "x"], random) },
  }),
];

interface Played {
  readonly failures: string[];
  readonly statuses: Map<number, number>;
}

async function play(
  sandbox: Sandbox,
  requests: readonly PlainRequest[],
  rounds: number,
): Promise<Played> {
  const random = createRandom(11);
  const played: Played = { failures: [], statuses: new Map() };
  for (let round = 0; round < rounds; round += 1) {
    const request = requests[round % requests.length];
    if (!request) break;
    const bent = bend(request, random);
    let made: Request;
    try {
      made = toRequest(bent);
    } catch {
      // What a URL or a header cannot hold, nobody can send.
      continue;
    }
    const response = await sandbox.fetch(made);
    await response.body?.cancel();
    played.statuses.set(response.status, (played.statuses.get(response.status) ?? 0) + 1);
    if (response.status >= 500)
      played.failures.push(`${response.status} ${JSON.stringify(bent).slice(0, 400)}`);
  }
  return played;
}

describe("bent requests", () => {
  it("never make the sandbox fail", async () => {
    const api = await paymentsApi();
    const errors: unknown[] = [];
    const sandbox = await createSandbox(api.model, {
      examples: api.examples,
      seed: 1,
      onError: (error) => errors.push(error),
    });
    const { failures, statuses } = await play(sandbox, requestsOf(api), COUNT);
    expect({ failures, errors }).toEqual({ failures: [], errors: [] });
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 404, 405, 415]));
  }, 3_600_000);
});

const documents = corpusDocuments("sandbox/mutations");

describe.skipIf(documents.length === 0)("documents of others", () => {
  it.each(documents.map(({ name, path }) => [name, path] as const))(
    "%s: every operation answers, and bent requests do no harm",
    async (_, path) => {
      const api = await readApiAt(path, "/");
      const errors: unknown[] = [];
      const sandbox = await createSandbox(api.model, {
        examples: api.examples,
        seed: 1,
        onError: (error) => errors.push(error),
      });
      const requests = requestsOf(api);
      const { failures } = await play(sandbox, requests, Math.ceil(COUNT / 10));
      for (const request of requests) {
        const { status } = await sandbox.fetch(toRequest(request));
        if (status >= 500) failures.push(`${status} ${request.operation}`);
      }
      expect({ failures, errors }).toEqual({ failures: [], errors: [] });
    },
    3_600_000,
  );
});
