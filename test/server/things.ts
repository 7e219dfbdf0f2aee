import { writeContent, type OperationDescriptor } from "@specwright/runtime";
import { createHandler, HttpError, route } from "@specwright/runtime/server";

/** What the handlers of `things` have seen and done. */
export interface Journal {
  /** Calls of `things.get`. */
  asked: number;
  /** What the last calls of `things.get` were for. */
  readonly ids: string[];
  /** Streams that were let go of before their end. */
  released: number;
  /** Items of streams made so far. */
  made: number;
  /** Of the last request that a stream was the answer to. */
  signal: AbortSignal | undefined;
  readonly errors: unknown[];
}

type Operation = OperationDescriptor<{ id: string; params: Record<string, unknown> }, unknown>;

function operation(
  given: Partial<Operation> & Pick<Operation, "id" | "method" | "path">,
): Operation {
  return {
    parameters: given.path.includes("{id}") ? [{ name: "id", in: "path" }] : [],
    responses: [{ status: "200", contentType: "application/json" }],
    security: [],
    ...given,
  };
}

const FORM = "application/x-www-form-urlencoded";
const JSON_TYPE = "application/json";
const MULTIPART = "multipart/form-data";
const operations = {
  get: operation({ id: "things.get", method: "GET", path: "/things/{id}" }),
  post: operation({
    id: "things.post",
    method: "POST",
    path: "/things/{id}",
    body: {
      contentType: JSON_TYPE,
      from: "body",
      write: writeContent,
      alternatives: [
        { contentType: FORM, from: "body", write: writeContent },
        { contentType: MULTIPART, from: "body", write: writeContent },
        { contentType: "text/*", from: "body", write: writeContent },
      ],
    },
  }),
  stream: operation({
    id: "things.stream",
    method: "GET",
    path: "/streams/{id}",
    responses: [{ status: "200", contentType: "application/jsonl" }],
  }),
  slow: operation({ id: "things.slow", method: "GET", path: "/slow/{id}" }),
  refuse: operation({ id: "things.refuse", method: "DELETE", path: "/things/{id}" }),
  missing: operation({ id: "things.missing", method: "PUT", path: "/things/{id}" }),
};

/** A small API whose handlers give back what they are given, stream, take their time, and write down what happens. */
export function createThings(): {
  readonly handler: (request: Request) => Promise<Response>;
  readonly journal: Journal;
} {
  const journal: Journal = {
    asked: 0,
    ids: [],
    released: 0,
    made: 0,
    signal: undefined,
    errors: [],
  };
  async function* items(): AsyncGenerator {
    let isWhole = false;
    try {
      for (let index = 0; index < 100_000; index += 1) {
        journal.made += 1;
        yield { index, text: "x".repeat(10_000) };
        await new Promise((resolve) => setImmediate(resolve));
      }
      isWhole = true;
    } finally {
      if (!isWhole) journal.released += 1;
    }
  }
  const handler = createHandler({
    envelope: { message: "/error/message", type: "/error/type", types: { "4XX": "invalid" } },
    securitySchemes: {},
    onError: (error) => void journal.errors.push(error),
    routes: [
      route(operations.get, (input) => {
        journal.asked += 1;
        journal.ids.splice(0, journal.ids.length - 9);
        journal.ids.push(input.id);
        return input;
      }),
      route(operations.post, (input) => input),
      route(operations.stream, (_, { request }) => {
        journal.signal = request.signal;
        return items();
      }),
      route(operations.slow, async ({ id }) => {
        await new Promise((resolve) => setTimeout(resolve, Number(id)));
        return { id };
      }),
      route(operations.refuse, () => {
        throw new HttpError(409, { message: "It is in use." });
      }),
      route(operations.missing, undefined),
    ],
  });
  return { handler, journal };
}
