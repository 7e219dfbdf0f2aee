import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { generateDocument } from "./helpers/generate.ts";
import { lay, workbench } from "./helpers/workbench.ts";

// Bodies of every kind, from a call of the client through a request into a handler, and back.

type Send = (params: object, options?: object) => Promise<unknown>;

interface Api {
  readonly BodiesClient: new (options: {
    readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  }) => Readonly<Record<string, Readonly<Record<string, Send>>>>;
  readonly createBodiesHandler: (options: {
    readonly handlers: object;
    readonly onError?: (error: unknown) => void;
  }) => (request: Request) => Promise<Response>;
}

let loading: Promise<Api> | undefined;

async function load(): Promise<Api> {
  const folder = workbench("bodies");
  const path = join(import.meta.dirname, "specs/bodies.yaml");
  lay(folder, await generateDocument({ path }, "inline"));
  const all = 'export * from "./index.ts"; export * from "./server-stubs/index.ts";';
  lay(folder, new Map([["all.ts", all]]));
  const outfile = join(folder, "all.cjs");
  const entryPoints = [join(folder, "all.ts")];
  await build({ entryPoints, outfile, bundle: true, format: "cjs", platform: "node" });
  return createRequire(import.meta.url)(outfile);
}

interface Travel {
  readonly request: Request;
  readonly given: unknown;
  readonly output: unknown;
}

/** Makes one call of the client, which the handler `answer` answers. */
async function travel(
  method: string,
  params: object | undefined,
  answer: (context: { readonly contentType: string }) => unknown = () => undefined,
  options: object = {},
): Promise<Travel> {
  const { BodiesClient, createBodiesHandler } = await (loading ??= load());
  const [resource = "", name = ""] = method.split(".");
  const sent: Request[] = [];
  let given: unknown;
  const handle = createBodiesHandler({
    handlers: {
      [resource]: {
        [name]: (
          input: { readonly params?: unknown },
          context: { readonly contentType: string },
        ) => {
          given = input.params;
          return answer(context);
        },
      },
    },
    onError: (error: unknown) => {
      throw error;
    },
  });
  const client = new BodiesClient({
    fetch: (url, init) => {
      const request = new Request(url, init);
      sent.push(request.clone());
      return handle(request);
    },
  });
  const send = client[resource]?.[name];
  if (!send) throw new Error(`${method} is no method`);
  const output = await (params
    ? send.call(client[resource], params, options)
    : send.call(client[resource], options));
  const [request] = sent;
  if (!request) throw new Error("nothing was sent");
  return { request, given, output };
}

/** Files and bytes as what they are made of, so that they can be compared. */
async function plain(value: unknown): Promise<unknown> {
  if (value instanceof File) {
    return { file: value.name, type: value.type, bytes: await value.text() };
  }
  if (value instanceof Blob) return { type: value.type, bytes: await value.text() };
  if (Array.isArray(value)) return Promise.all(value.map(plain));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(async ([key, one]) => [key, await plain(one)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

const place = { x: 1, name: 'ä & b=c; "d"\r\n--e' };
const bytes = new Uint8Array([0, 13, 10, 45, 45, 255]);
const png = new Blob(["pixels"], { type: "image/png" });

describe("a multipart body arrives as it was sent", () => {
  it.each([
    ["text with line breaks, quotes and dashes", { title: '\r\n--x\r\n"; name="y' }],
    ["numbers and booleans", { count: -3, flag: false }],
    ["a list of texts", { words: ["a", "b,c", "ü"] }],
    ["a list of one text", { words: ["a"] }],
    ["an object", { place }],
    ["a list of objects", { places: [place, { x: 2 }] }],
    ["a list of one object", { places: [place] }],
    ["an object in the style of an encoding", { styled: place }],
  ])("with %s", async (_, params) => {
    expect((await travel("multipart.send", params)).given).toEqual(params);
  });

  it.each([
    ["a blob", png, { file: "file", type: "image/png", bytes: "pixels" }],
    [
      "a named file",
      new File(["pixels"], "a.png"),
      { file: "a.png", type: "image/png", bytes: "pixels" },
    ],
    [
      "bytes",
      new TextEncoder().encode("pixels"),
      { file: "file", type: "image/png", bytes: "pixels" },
    ],
    [
      "a stream",
      new Blob(["pixels"]).stream(),
      { file: "file", type: "image/png", bytes: "pixels" },
    ],
    [
      "a file whose name leads somewhere",
      { content: png, name: '../../etc/a"b\r\n.png' },
      { file: 'a"b\r\n.png', type: "image/png", bytes: "pixels" },
    ],
    [
      "a part with a type of its own",
      { content: "pixels", name: "a.jpg", type: "image/jpeg" },
      { file: "a.jpg", type: "image/jpeg", bytes: "pixels" },
    ],
  ])("with %s as a file", async (_, file, expected) => {
    const { given } = await travel("multipart.send", { file });
    expect(await plain(given)).toEqual({ file: expected });
  });

  it("with several files under one name", async () => {
    const { given } = await travel("multipart.send", { files: [png, bytes] });
    expect(await plain(given)).toEqual({
      files: [
        { file: "files", type: "image/png", bytes: "pixels" },
        { file: "files", type: "application/octet-stream", bytes: "\0\r\n--\ufffd" },
      ],
    });
  });

  it("as the platform reads it, too", async () => {
    const { request } = await travel("multipart.send", {
      title: "a",
      words: ["b", "c"],
      file: png,
    });
    const form = await request.formData();
    expect(form.get("title")).toBe("a");
    expect(form.getAll("words")).toEqual(["b", "c"]);
    expect(await plain(form.get("file"))).toEqual({
      file: "file",
      type: "image/png",
      bytes: "pixels",
    });
  });

  it("as the platform writes it, too", async () => {
    const form = new FormData();
    form.append("title", "a");
    form.append("words", "b");
    form.append("words", "c");
    form.append("count", "7");
    form.append("file", png, "ü.png");
    const { createBodiesHandler } = await (loading ??= load());
    let given: unknown;
    const handle = createBodiesHandler({
      handlers: {
        multipart: { send: (input: { params: unknown }) => void (given = input.params) },
      },
    });
    const url = "https://bodies.example/multipart";
    const answer = await handle(new Request(url, { method: "POST", body: form }));
    expect(answer.status).toBe(204);
    expect(await plain(given)).toEqual({
      title: "a",
      words: ["b", "c"],
      count: 7,
      file: { file: "ü.png", type: "image/png", bytes: "pixels" },
    });
  });

  it("with the header that the spec gives a part", async () => {
    const { request } = await travel("multipart.send", { title: "a" });
    expect(await request.text()).toMatch(/name="title"\r\nX-Kind: heading\r\n\r\na\r\n/);
  });

  it("with another boundary each time", async () => {
    const types = await Promise.all(
      [1, 2].map(async () => {
        const { request } = await travel("multipart.send", { title: "a" });
        return request.headers.get("content-type");
      }),
    );
    expect(new Set(types).size).toBe(2);
  });

  it.each([
    ["a header of two lines", { content: png, headers: { "X-A": "b\r\nX-C: d" } }],
    ["a header without a name", { content: png, headers: { "": "b" } }],
    ["a type of two lines", { content: png, type: "image/png\r\nX-C: d" }],
  ])("or not at all: %s is refused before anything is sent", async (_, file) => {
    await expect(travel("multipart.send", { file })).rejects.toThrow(TypeError);
  });
});

describe("a form arrives as it was sent", () => {
  it.each([
    ["text", { title: "a b&c=d+é%" }],
    ["numbers", { count: 0 }],
    ["a list of texts", { words: ["a", "b,c"] }],
    ["a list in the style of an encoding", { piped: ["a", "b"] }],
    ["an object", { place }],
    ["an object in JSON", { json: place }],
  ])("with %s", async (_, params) => {
    expect((await travel("forms.send", params)).given).toEqual(params);
  });
});

describe("a body of several media types", () => {
  it("is sent in the preferred one where nobody chooses", async () => {
    const { request, given } = await travel("choices.send", { ...place, trace: "t" });
    expect(request.headers.get("content-type")).toBe("application/json");
    expect(request.url).toBe("https://bodies.example/choice?trace=t");
    expect(given).toEqual({ contentType: "application/json", ...place, trace: "t" });
  });

  it.each([
    ["application/json", { ...place }],
    ["application/x-www-form-urlencoded", { ...place }],
    ["multipart/form-data", { ...place }],
    ["text/plain", { body: "ä\r\n" }],
    ["application/xml", { body: "<a>ä</a>" }],
    ["application/jsonl", { body: [place, { x: 2 }] }],
    ["application/json-seq", { body: [place, { x: 2 }] }],
  ])("is sent as %s where that is chosen", async (contentType, params) => {
    const { request, given } = await travel("choices.send", { contentType, ...params });
    expect(request.headers.get("content-type")).toMatch(new RegExp(`^${contentType}(?:;|$)`));
    expect(given).toEqual({ contentType, ...params });
  });

  it.each([
    ["application/octet-stream", bytes, "application/octet-stream"],
    ["image/*", png, "image/png"],
    // Bytes that do not say what they are are no picture to the server.
    ["image/*", bytes, "application/octet-stream"],
  ])("is sent as %s with bytes", async (contentType, body, type) => {
    const { request, given } = await travel("choices.send", { contentType, body });
    expect(request.headers.get("content-type")).toBe(type);
    expect(await plain(given)).toEqual({
      contentType: type.startsWith("image/") ? contentType : type,
      body: { type, bytes: await new Blob([body]).text() },
    });
  });

  it("is refused in one that the spec does not have, before anything is sent", async () => {
    const params = { contentType: "application/pdf", body: bytes };
    await expect(travel("choices.send", params)).rejects.toThrow("contentType must be one of");
  });
});

async function* stream(items: readonly unknown[]): AsyncGenerator {
  yield* items;
}

/** What came, with the items of a stream in a list. */
async function collected(output: unknown): Promise<unknown> {
  if (typeof output !== "object" || output === null || !(Symbol.asyncIterator in output)) {
    return plain(output);
  }
  const items: unknown[] = [];
  for await (const item of output as AsyncIterable<unknown>) items.push(item);
  return items;
}

describe("an answer of several media types", () => {
  it("comes in the preferred one where nobody chooses", async () => {
    const { request, output } = await travel("choices.receive", undefined, ({ contentType }) => {
      expect(contentType).toBe("application/json");
      return place;
    });
    expect(request.headers.get("accept")).toContain("application/json");
    expect(output).toEqual(place);
  });

  it.each([
    ["application/json", place, place],
    ["application/vnd.place+json", place, place],
    ["text/plain", "ä\r\n", "ä\r\n"],
    ["application/xml", "<a/>", "<a/>"],
    [
      "application/octet-stream",
      bytes,
      { type: "application/octet-stream", bytes: "\0\r\n--\ufffd" },
    ],
    ["image/*", png, { type: "image/png", bytes: "pixels" }],
    ["application/jsonl", stream([place, { x: 2 }]), [place, { x: 2 }]],
    ["application/json-seq", stream([place, { x: 2 }]), [place, { x: 2 }]],
    ["text/event-stream", stream([place, { x: 2 }]), [place, { x: 2 }]],
  ])("comes as %s where that is asked for", async (accept, given, expected) => {
    const { output } = await travel(
      "choices.receive",
      undefined,
      ({ contentType }) => {
        expect(contentType).toBe(accept);
        return given;
      },
      { accept },
    );
    expect(await collected(output)).toEqual(expected);
  });

  it("is refused to whoever accepts none of them", async () => {
    const { createBodiesHandler } = await (loading ??= load());
    const handle = createBodiesHandler({ handlers: { choices: { receive: () => place } } });
    const answer = await handle(
      new Request("https://bodies.example/choice", { headers: { accept: "video/mp4" } }),
    );
    expect(answer.status).toBe(406);
  });
});

describe("a stream of events", () => {
  it("comes with all fields of its events", async () => {
    const events = [
      { data: "a\nb", event: "word", id: "1" },
      { data: "", retry: 10 },
    ];
    const { output } = await travel("events.follow", undefined, () => stream(events));
    expect(await collected(output)).toEqual(events);
  });

  it.each([
    ["an id of two lines", { data: "a", id: "1\ndata: forged" }],
    ["an event of two lines", { data: "a", event: "1\r\rdata: forged" }],
  ])("does not let %s forge another event", async (_, event) => {
    const { createBodiesHandler } = await (loading ??= load());
    const errors: unknown[] = [];
    const handle = createBodiesHandler({
      handlers: { events: { follow: () => stream([event]) } },
      onError: (error: unknown) => errors.push(error),
    });
    const answer = await handle(new Request("https://bodies.example/events"));
    await expect(answer.text()).rejects.toThrow();
    expect(errors).toHaveLength(1);
  });

  it("tells its source when nobody listens any more", async () => {
    let isDone = false;
    async function* endless(): AsyncGenerator<object> {
      try {
        for (;;) yield { data: "tick" };
      } finally {
        isDone = true;
      }
    }
    const { output } = await travel("events.follow", undefined, endless);
    let count = 0;
    for await (const _ of output as AsyncIterable<unknown>) {
      count += 1;
      if (count === 3) break;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isDone).toBe(true);
  });
});
