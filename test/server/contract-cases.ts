/** One request and what any server answers to it. */
export interface ContractCase {
  readonly name: string;
  readonly path: string;
  readonly init?: RequestInit;
  readonly status: number;
  /** By name; `null` for one that is not there. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Text as it is, JSON by value. Default: nothing is said of it. */
  readonly body?: unknown;
}

function post(type: string, body: BodyInit, more: Record<string, string> = {}): RequestInit {
  return { method: "POST", headers: { "content-type": type, ...more }, body };
}

function basic(username: string, password: string): RequestInit {
  return { headers: { authorization: `Basic ${btoa(`${username}:${password}`)}` } };
}

const boundary = "multipart/form-data; boundary=edge";
const multipart = [
  '--edge\r\nContent-Disposition: form-data; name="note"\r\n\r\nfür später\r\n',
  '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n',
  "Content-Type: text/plain\r\n\r\nline\r\n--edge--\r\n",
].join("");

const problem = { "content-type": "application/problem+json" };

export const cases: readonly ContractCase[] = [
  {
    name: "path, query, header and cookie",
    path: "/v1/things/a%2Fb%20c?tags=1,2&page[size]=5",
    init: { headers: { "x-kind": "big", cookie: "session=s%201; other=2" } },
    status: 200,
    headers: { "content-type": "application/json" },
    body: {
      id: "a/b c",
      params: { tags: [1, 2], page: { size: 5 }, kind: "big", session: "s 1" },
    },
  },
  {
    name: "a path in letters of the world",
    path: "/v1/things/%E2%98%83",
    status: 200,
    body: { id: "☃", params: {} },
  },
  {
    name: "HEAD",
    path: "/v1/things/a",
    init: { method: "HEAD" },
    status: 200,
    headers: { "content-type": "application/json" },
    body: "",
  },
  {
    name: "OPTIONS",
    path: "/v1/things/a",
    init: { method: "OPTIONS" },
    status: 204,
    headers: { allow: "DELETE, GET, HEAD, OPTIONS" },
    body: "",
  },
  {
    name: "JSON",
    path: "/v1/json",
    init: post("application/json; charset=utf-8", '{"name":"☃"}'),
    status: 200,
    body: { params: { body: { name: "☃" } } },
  },
  {
    name: "JSON that is invalid",
    path: "/v1/json",
    init: post("application/json", "{}"),
    status: 400,
    headers: problem,
  },
  {
    name: "a form",
    path: "/v1/forms",
    init: post("application/x-www-form-urlencoded", "amount=5&metadata[a+b]=c%26d"),
    status: 200,
    body: { params: { amount: 5, metadata: { "a b": "c&d" } } },
  },
  {
    name: "a form with a broken escape",
    path: "/v1/forms",
    init: post("application/x-www-form-urlencoded", "amount=%zz"),
    status: 400,
    headers: problem,
  },
  {
    name: "multipart",
    path: "/v1/files",
    init: post(boundary, multipart),
    status: 200,
    body: { note: "für später", name: "a.txt", type: "text/plain", text: "line" },
  },
  {
    name: "text",
    path: "/v1/texts",
    init: post("text/plain", "☃"),
    status: 200,
    body: { text: "☃" },
  },
  {
    name: "bytes",
    path: "/v1/texts",
    init: post("application/octet-stream", new Uint8Array([0, 255, 13, 10])),
    status: 200,
    body: { size: 4 },
  },
  {
    name: "the media type that is preferred",
    path: "/v1/reports",
    init: { headers: { accept: "application/json;q=0.5, text/csv" } },
    status: 200,
    headers: { "content-type": "text/csv" },
    body: "item\n1\n",
  },
  {
    name: "JSON lines",
    path: "/v1/reports",
    init: { headers: { accept: "application/jsonl" } },
    status: 200,
    body: '{"item":1}\n{"item":2}\n{"item":3}\n',
  },
  {
    name: "a media type that there is not",
    path: "/v1/reports",
    init: { headers: { accept: "image/png" } },
    status: 406,
    headers: problem,
  },
  {
    name: "events",
    path: "/v1/events",
    status: 200,
    headers: { "content-type": "text/event-stream", "cache-control": "no-cache" },
    body: 'data: {"item":1}\n\ndata: {"item":2}\n\ndata: {"item":3}\n\ndata: [DONE]\n\n',
  },
  {
    name: "a file",
    path: "/v1/downloads",
    status: 200,
    headers: { "content-type": "image/png" },
    body: "\x01\x02\x03",
  },
  {
    name: "no content, two cookies",
    path: "/v1/things/a",
    init: { method: "DELETE" },
    status: 204,
    headers: { "set-cookie": "a=1, b=2" },
    body: "",
  },
  {
    name: "another documented answer",
    path: "/v1/things/broke",
    init: { method: "DELETE" },
    status: 402,
    headers: { "x-hint": "pay" },
    body: { reason: "no money" },
  },
  {
    name: "credentials",
    path: "/v1/secrets",
    init: basic("reader", "right"),
    status: 200,
    body: { principal: "reader" },
  },
  {
    name: "no credentials",
    path: "/v1/secrets",
    status: 401,
    headers: { ...problem, "www-authenticate": 'Basic realm="api", charset="UTF-8"' },
  },
  { name: "wrong credentials", path: "/v1/secrets", init: basic("reader", "wrong"), status: 401 },
  {
    name: "credentials that lack a scope",
    path: "/v1/secrets",
    init: basic("other", "right"),
    status: 403,
    headers: problem,
  },
  { name: "an unknown path", path: "/v1/nothing", status: 404, headers: problem },
  {
    name: "a path with an empty segment",
    path: "/v1//json",
    init: post("application/json", '{"name":"a"}'),
    status: 404,
  },
  {
    name: "a path that climbs, escaped",
    path: "/v1/things/..%2fsecrets",
    status: 200,
    body: { id: "../secrets", params: {} },
  },
  {
    name: "another method",
    path: "/v1/json",
    status: 405,
    headers: { ...problem, allow: "OPTIONS, POST" },
  },
  {
    name: "a body of another type",
    path: "/v1/json",
    init: post("application/xml", "<a/>"),
    status: 415,
    headers: problem,
  },
  {
    name: "a body of no type",
    path: "/v1/json",
    init: { method: "POST", body: new Uint8Array([123, 125]) },
    status: 415,
    headers: problem,
  },
  {
    name: "a compressed body",
    path: "/v1/json",
    init: post("application/vnd.x", "{}", { "content-encoding": "br" }),
    status: 415,
    headers: problem,
  },
  {
    name: "a body that is too large",
    path: "/v1/texts",
    init: post("text/plain", "x".repeat(10_001)),
    status: 413,
    headers: problem,
  },
  {
    name: "a URL that is too long",
    path: `/v1/things/a?tags=${"1".repeat(500)}`,
    status: 414,
    headers: problem,
  },
  { name: "an operation without a handler", path: "/v1/later", status: 501, headers: problem },
  {
    name: "an HttpError",
    path: "/v1/faults/409",
    status: 409,
    headers: { ...problem, "retry-after": "1" },
    body: { title: "Conflict", status: 409, detail: "As asked." },
  },
  {
    name: "a handler that fails",
    path: "/v1/faults/500",
    status: 500,
    headers: problem,
    body: {
      title: "Internal Server Error",
      status: 500,
      detail: "Something went wrong in the server.",
    },
  },
];
