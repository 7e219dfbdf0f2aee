// Messages as no client sends them, to be written to a socket as they are.

const JSON_FIELD = "content-type: application/json\r\n";
export const CHUNKED = "transfer-encoding: chunked\r\n";
/** A request that must not be answered, for it is inside of another one or behind a refused one. */
export const HIDDEN = "GET /things/hidden HTTP/1.1\r\nhost: x\r\n\r\n";

export function get(target: string, fields = "", host = "host: x\r\n"): string {
  return `GET ${target} HTTP/1.1\r\n${host}${fields}\r\n`;
}

export function post(fields: string, body: string, version = "1.1"): string {
  return `POST /things/a HTTP/${version}\r\nhost: x\r\n${JSON_FIELD}${fields}\r\n${body}`;
}

/** Requests that are to be refused, each with a hidden one behind or inside of it. */
export const smuggled: readonly (readonly [name: string, message: string])[] = [
  ["both lengths", post(`content-length: 4\r\n${CHUNKED}`, `0\r\n\r\n${HIDDEN}`)],
  [
    "a length and chunks, the other way round",
    post(`${CHUNKED}content-length: 4\r\n`, `0\r\n\r\n${HIDDEN}`),
  ],
  ["two equal lengths", post("content-length: 1\r\ncontent-length: 1\r\n", `1${HIDDEN}`)],
  ["two different lengths", post("content-length: 1\r\ncontent-length: 2\r\n", `1${HIDDEN}`)],
  ["a list of lengths", post("content-length: 1, 1\r\n", `1${HIDDEN}`)],
  ["a length with a sign", post("content-length: +1\r\n", `1${HIDDEN}`)],
  ["a length in hexadecimal", post("content-length: 0x1\r\n", `1${HIDDEN}`)],
  ["a length that no number holds", post("content-length: 99999999999999999999\r\n", `1${HIDDEN}`)],
  ["a space in front of the colon", post("content-length : 1\r\n", `1${HIDDEN}`)],
  ["another coding than chunks", post("transfer-encoding: gzip\r\n", `1${HIDDEN}`)],
  [
    "a coding under the chunks",
    post("transfer-encoding: identity, chunked\r\n", `1\r\n1\r\n0\r\n\r\n${HIDDEN}`),
  ],
  ["chunks twice", post(`${CHUNKED}${CHUNKED}`, `1\r\n1\r\n0\r\n\r\n${HIDDEN}`)],
  [
    "chunks in HTTP/1.0",
    post(`${CHUNKED}connection: keep-alive\r\n`, `1\r\n1\r\n0\r\n\r\n${HIDDEN}`, "1.0"),
  ],
  [
    "a coding that only looks like chunks",
    post("transfer-encoding: xchunked\r\n", `1\r\n1\r\n0\r\n\r\n${HIDDEN}`),
  ],
  [
    "a tab in the name of the coding",
    post("transfer-encoding\t: chunked\r\n", `1\r\n1\r\n0\r\n\r\n${HIDDEN}`),
  ],
  ["a chunk whose length is no number", post(CHUNKED, `zz\r\n1\r\n0\r\n\r\n${HIDDEN}`)],
  ["a chunk of a negative length", post(CHUNKED, `-1\r\n1\r\n0\r\n\r\n${HIDDEN}`)],
  ["a chunk longer than it says", post(CHUNKED, `1\r\n12\r\n0\r\n\r\n${HIDDEN}`)],
  ["a field that goes on in the next line", get("/things/a", "x-a: b\r\n c: d\r\n") + HIDDEN],
  ["line feeds alone", get("/things/a").replaceAll("\r", "") + HIDDEN],
  ["a line feed inside of a field", get("/things/a", "x-a: b\nx-b: c\r\n") + HIDDEN],
  ["a carriage return inside of a field", get("/things/a", "x-a: b\rx-b: c\r\n") + HIDDEN],
  ["a NUL inside of a field", get("/things/a", "x-a: b\0c\r\n") + HIDDEN],
  ["two hosts", get("/things/a", "host: y\r\n") + HIDDEN],
  ["two content types", post("content-type: text/plain\r\ncontent-length: 1\r\n", `1${HIDDEN}`)],
  ["two authorizations", get("/things/a", "authorization: a\r\nAuthorization: b\r\n") + HIDDEN],
  ["another protocol", `\x16\x03\x01\x02\x00${HIDDEN}`],
  ["another version", get("/things/a").replace("1.1", "9.9") + HIDDEN],
  ["a method that is none", get("/things/a").replace("GET", "G@T") + HIDDEN],
  ["a target that is none", get("things/a") + HIDDEN],
  ["a target with a fragment", get("/things/a#b") + HIDDEN],
  ["a target with a tab", get("/thi\tngs/a") + HIDDEN],
  ["a target in bytes that are no text", get("/things/\xff\xfe") + HIDDEN],
  ["a header that is too long", get("/things/a", `x: ${"a".repeat(20_000)}\r\n`) + HIDDEN],
  ["a header of too many fields", get("/things/a", "a:b\r\n".repeat(5_000)) + HIDDEN],
  [
    "an extension of a chunk that is too long",
    post(CHUNKED, `1;${"a".repeat(20_000)}\r\n1\r\n0\r\n\r\n${HIDDEN}`),
  ],
];
