import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createSandbox } from "@specwright/sandbox";
import { temporaryFolder } from "../helpers/command.ts";

// Lists go on as their document says: each of these is walked by what its own answers tell.

type Json = Readonly<Record<string, unknown>>;

const note = { $ref: "#/components/schemas/Note" };
const notes = { type: "array", items: note };
const envelope = (properties: Json): Json => ({
  type: "object",
  required: ["notes"],
  properties: { notes, ...properties },
});
const number = { type: "integer" };
const address = { type: ["string", "null"] };

/** A page as it came. */
interface Seen {
  readonly url: URL;
  readonly body: Readonly<Record<string, unknown>>;
  readonly link: string | null;
  /** How many items have come so far. */
  readonly count: number;
}

interface Way {
  readonly parameters: Json;
  readonly answer: Json;
  readonly pagination: Json;
  readonly headers?: Json;
  /** The address of the page after this one; `undefined` for the last. */
  readonly next: (page: Seen) => string | undefined;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

const WAYS: Readonly<Record<string, Way>> = {
  "the address of the next page in the answer": {
    parameters: { limit: number, page: number },
    answer: envelope({ next_url: address }),
    pagination: { style: "url", url: "/next_url" },
    next: ({ body }) => textOf(body["next_url"]),
  },
  "the path of the next page in the answer": {
    parameters: { limit: number, page_token: { type: "string" } },
    answer: envelope({ next_page_uri: address }),
    pagination: { style: "url", url: "/next_page_uri" },
    next: ({ body }) => textOf(body["next_page_uri"]),
  },
  "the header Link": {
    parameters: { limit: number, page: number },
    answer: notes,
    pagination: { style: "link" },
    next: ({ link }) => /^<([^>]*)>; rel="next"$/.exec(link ?? "")?.[1],
  },
  "numbers of pages that begin at 0": {
    parameters: { limit: number, page: number },
    answer: envelope({ more: { type: "boolean" } }),
    pagination: { style: "page", parameter: "page", first: 0, more: "/more" },
    next: ({ url, body }) => {
      url.searchParams.set("page", String(Number(url.searchParams.get("page") ?? 0) + 1));
      return body["more"] === true ? url.href : undefined;
    },
  },
  offsets: {
    parameters: { limit: number, offset: number },
    answer: envelope({ total_count: number }),
    pagination: { style: "offset", parameter: "offset", total: "/total_count" },
    next: ({ url, body, count }) => {
      url.searchParams.set("offset", String(count));
      return count < Number(body["total_count"]) ? url.href : undefined;
    },
  },
};

function documentOf({ parameters, answer, pagination }: Way): string {
  const document = {
    openapi: "3.1.0",
    info: { title: "Notes", version: "1" },
    paths: {
      "/notes": {
        get: {
          operationId: "listNotes",
          "x-specwright": {
            pagination: { ...pagination, items: answer["type"] === "array" ? "" : "/notes" },
          },
          parameters: Object.entries(parameters).map(([name, schema]) => ({
            name,
            in: "query",
            schema,
          })),
          responses: {
            200: { description: "Notes.", content: { "application/json": { schema: answer } } },
          },
        },
        post: {
          operationId: "createNote",
          responses: {
            200: { description: "A note.", content: { "application/json": { schema: note } } },
          },
        },
      },
    },
    components: {
      schemas: {
        Note: { type: "object", required: ["id"], properties: { id: { type: "string" } } },
      },
    },
  };
  const file = join(temporaryFolder(), "openapi.json");
  writeFileSync(file, JSON.stringify(document));
  return file;
}

it.each(Object.entries(WAYS))("a list goes on by %s", async (_, way) => {
  const sandbox = await createSandbox(documentOf(way), { seed: 1 });
  const made: unknown[] = [];
  for (let count = 0; count < 5; count += 1) {
    const response = await sandbox.fetch(new Request("http://localhost/notes", { method: "POST" }));
    made.unshift((await response.json()).id);
  }
  const found: unknown[] = [];
  const sizes: number[] = [];
  let at: string | undefined = "http://localhost/notes?limit=2";
  while (at !== undefined && sizes.length < 10) {
    const url: URL = new URL(at, "http://localhost/");
    const response: Response = await sandbox.fetch(new Request(url));
    expect(response.status).toBe(200);
    const body = await response.json();
    const items = Array.isArray(body) ? body : body.notes;
    found.push(...items.map(({ id }: { id: string }) => id));
    sizes.push(items.length);
    at = way.next({ url, body, link: response.headers.get("link"), count: found.length });
  }
  expect(found).toEqual(made);
  expect(sizes).toEqual([2, 2, 1]);
});
