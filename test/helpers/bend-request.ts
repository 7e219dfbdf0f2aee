import type { PlainRequest } from "./api-requests.ts";

/** Gives numbers from 0 to 1. */
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
export function bend(request: PlainRequest, random: Random): PlainRequest {
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
