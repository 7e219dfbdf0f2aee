import {
  cursorPages,
  type Fetch,
  type Middleware,
  type OperationDescriptor,
  type PaginatedOperationDescriptor,
  readEventStream,
  readJsonLines,
  urlPages,
} from "@specwright/runtime";
import type { ClientOptions, RequestOptions } from "@specwright/runtime";

import { CANARY } from "./schemes.ts";

const get: OperationDescriptor<object, unknown> = {
  id: "things.retrieve",
  method: "POST",
  path: "/things",
  parameters: [],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [["scheme"]],
  idempotencyHeader: "Idempotency-Key",
};

const events: OperationDescriptor<object, unknown> = {
  ...get,
  id: "things.follow",
  responses: [
    { status: "200", contentType: "text/event-stream", read: readEventStream, items: "data" },
  ],
};

const lines: OperationDescriptor<object, unknown> = {
  ...get,
  id: "things.export",
  responses: [{ status: "200", contentType: "application/jsonl", read: readJsonLines }],
};

/** A list by the id of its last item. */
export const list: PaginatedOperationDescriptor<object, unknown, unknown> = {
  ...get,
  id: "things.list",
  method: "GET",
  pagination: {
    style: cursorPages,
    items: "/data",
    more: "/more",
    parameter: "after",
    cursor: { in: "last-item", at: "/id" },
  },
};

/** A list by the URL of its next page. */
const linked: PaginatedOperationDescriptor<object, unknown, unknown> = {
  ...list,
  pagination: { style: urlPages, items: "/data", url: "/next" },
};

/** Whether an operation answers with a page of a list. */
export function isList(
  operation: OperationDescriptor<object, unknown>,
): operation is PaginatedOperationDescriptor<object, unknown, unknown> {
  return operation.pagination !== undefined;
}

/** How a call ends at a server, or with a platform, that repeats all it was told. */
export interface Ending {
  /** Class of the error that it ends with; `undefined` if it does not fail. */
  readonly error: string | undefined;
  readonly operation: OperationDescriptor<object, unknown>;
  /** @param quoted URL and headers of the request, in one line. */
  readonly answer: (quoted: string, init: RequestInit) => Response | Promise<Response>;
  readonly options?: RequestOptions & Pick<ClientOptions, "maxResponseBytes">;
  /** Whether the caller aborts once the request is on its way. */
  readonly isAborted?: true;
  readonly middleware?: Middleware;
}

const text = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { "content-type": "application/json", ...headers } });

/** JSON of text as careful, careless and old servers spell it. */
const SPELLINGS: Readonly<Record<string, (quoted: string) => string>> = {
  "as it is": (quoted) => quoted,
  "as JSON": (quoted) => JSON.stringify({ error: { message: quoted } }),
  "as JSON with escaped slashes": (quoted) =>
    JSON.stringify({ message: quoted }).replaceAll("/", "\\/"),
  "as JSON with nothing but ASCII": (quoted) => {
    const escaped = quoted.replace(/[^A-Za-z0-9_]/g, (sign) => {
      return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
    return `{"detail":"${escaped}"}`;
  },
  "as JSON within JSON": (quoted) => JSON.stringify({ detail: JSON.stringify({ quoted }) }),
  "as a key of JSON": (quoted) => JSON.stringify({ [quoted]: 1 }),
  "as JSON, escaped for URLs": (quoted) => JSON.stringify({ title: encodeURIComponent(quoted) }),
};

/** An error that quotes in every place where platforms are known to. */
function quoting(quoted: string): Error {
  return Object.assign(new Error(quoted, { cause: new Error(quoted, { cause: quoted }) }), {
    name: `Error ${quoted}`,
    code: quoted,
    request: { headers: quoted },
    errors: [new Error(quoted)],
  });
}

/** A body that begins well and breaks off with an error that quotes. */
function broken(start: string, quoted: string, type: string): Response {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(start)),
    pull: (controller) => controller.error(quoting(quoted)),
  });
  return new Response(body, { headers: { "content-type": type } });
}

const untilStopped = (quoted: string, { signal }: RequestInit): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(quoting(quoted)));
  });

const refused = Object.entries(SPELLINGS).map(([how, spell]): [string, Ending] => [
  `401 that quotes ${how}`,
  {
    error: "ApiError",
    operation: get,
    answer: (quoted) => text(401, spell(quoted), { "x-quoted": ascii(quoted) }),
  },
]);

export const ENDINGS: Readonly<Record<string, Ending>> = {
  ...Object.fromEntries(refused),
  "500 in plain text": {
    error: "ApiError",
    operation: get,
    answer: (quoted) => text(500, quoted, { "content-type": "text/plain" }),
  },
  "a redirect": {
    error: "ApiError",
    operation: get,
    answer: (quoted) => text(302, "", { location: `https://other.example/${ascii(quoted)}` }),
  },
  "200 that quotes in headers": {
    error: undefined,
    operation: get,
    answer: (quoted) => text(200, "{}", { "x-quoted": ascii(quoted), "set-cookie": ascii(quoted) }),
  },
  "an error of the platform": {
    error: "ConnectionError",
    operation: get,
    answer: (quoted) => Promise.reject(quoting(quoted)),
  },
  "a text that is thrown": {
    error: "ConnectionError",
    operation: get,
    // eslint-disable-next-line typescript/prefer-promise-reject-errors -- some do
    answer: (quoted) => Promise.reject(quoted),
  },
  "several errors at once": {
    error: "ConnectionError",
    operation: get,
    answer: (quoted) => Promise.reject(new AggregateError([quoting(quoted)], quoted)),
  },
  "a body that breaks off": {
    error: "ConnectionError",
    operation: get,
    answer: (quoted) => broken("{", quoted, "application/json"),
  },
  "an error whose body breaks off": {
    error: "ConnectionError",
    operation: get,
    answer: (quoted) => new Response(broken("{", quoted, "application/json").body, { status: 400 }),
  },
  "a stream of events that breaks off": {
    error: "ConnectionError",
    operation: events,
    answer: (quoted) => broken("data: 1\n\n", quoted, "text/event-stream"),
  },
  "a stream of events without JSON": {
    error: "DecodingError",
    operation: events,
    answer: (quoted) => text(200, `data: ${quoted}\n\n`, { "content-type": "text/event-stream" }),
  },
  "lines that break off": {
    error: "ConnectionError",
    operation: lines,
    answer: (quoted) => broken("1\n", quoted, "application/jsonl"),
  },
  "lines without JSON": {
    error: "DecodingError",
    operation: lines,
    answer: (quoted) => text(200, `1\n${quoted}\n`, { "content-type": "application/jsonl" }),
  },
  "a body that is no JSON": {
    error: "DecodingError",
    operation: get,
    answer: (quoted) => text(200, `{"quoted":"${quoted}`),
  },
  "a body that is too large": {
    error: "DecodingError",
    operation: get,
    answer: (quoted) => text(200, JSON.stringify(quoted)),
    options: { maxResponseBytes: 5 },
  },
  "a link to somebody else": {
    error: "DecodingError",
    operation: linked,
    answer: (quoted) =>
      Response.json({ data: [1], next: `https://other.example/?${encodeURIComponent(quoted)}` }),
  },
  "a time-out": {
    error: "TimeoutError",
    operation: get,
    answer: untilStopped,
    options: { timeout: 1 },
  },
  "an abort": {
    error: "Error",
    operation: get,
    answer: untilStopped,
    isAborted: true,
  },
  "401 that quotes what middleware added": {
    error: "ApiError",
    operation: get,
    answer: (quoted) => text(401, JSON.stringify({ error: quoted })),
    middleware: {
      before: ({ headers }) => {
        headers["x-signature"] = `sig_${CANARY}`;
      },
    },
  },
  "middleware that throws": {
    error: "ConnectionError",
    operation: get,
    answer: () => text(200, "{}"),
    middleware: {
      before: ({ url, headers }) => {
        throw quoting(quote(url, headers));
      },
    },
  },
};

/** What a header can carry of a text. */
function ascii(value: string): string {
  return value.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?");
}

/** URL and headers, in one line. */
function quote(url: string, headers: RequestInit["headers"]): string {
  const pairs = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${String(value)}`);
  return [url, ...pairs].join(" ");
}

/** A platform that sends nothing and ends every call in this way. */
export function platform({ answer }: Ending, onQuoted: (quoted: string) => void): Fetch {
  return async (url, init) => {
    const quoted = quote(url, init.headers);
    onQuoted(quoted);
    return answer(quoted, init);
  };
}
