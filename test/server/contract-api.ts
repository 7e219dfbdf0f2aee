import {
  type OperationDescriptor,
  type ParameterDescriptor,
  writeContent,
} from "@specwright/runtime";
import {
  type BasicCredentials,
  createHandler,
  HttpError,
  type Route,
  withScopes,
} from "@specwright/runtime/server";
import { isRecord, validator } from "@specwright/runtime/validate";

type Operation = OperationDescriptor<unknown, unknown>;

const json = { status: "200", contentType: "application/json" };

function operation(method: string, path: string, more: Partial<Operation> = {}): Operation {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]): ParameterDescriptor => ({
    name,
    in: "path",
  }));
  return {
    id: `${method} ${path}`,
    method,
    path,
    security: [],
    responses: [json],
    ...more,
    parameters: [...inPath, ...(more.parameters ?? [])],
  };
}

function body(contentType: string, ...others: string[]): Pick<Operation, "body"> {
  const write = writeContent;
  const alternatives = others.map(
    (other) => ({ contentType: other, from: "body", write }) as const,
  );
  const more = others.length > 0 ? { alternatives } : {};
  return { body: { contentType, from: "body", write, ...more } };
}

const echo: Route["handle"] = (input) => input;

const named = validator(
  "Named",
  (value): value is { readonly body: { readonly name: string } } =>
    isRecord(value) && isRecord(value["body"]) && typeof value["body"]["name"] === "string",
  (_value, issues, at) => issues.missing(`${at}/body/name`),
);

async function* three(): AsyncGenerator<{ readonly item: number }> {
  for (const item of [1, 2, 3]) yield { item };
}

/** Whatever a server may be asked, in one small API. */
const routes: readonly Route[] = [
  {
    operation: operation("GET", "/v1/things/{id}", {
      parameters: [
        { name: "tags", in: "query", explode: false },
        { name: "page", in: "query", style: "deepObject", explode: true },
        { name: "x-kind", in: "header", key: "kind" },
        { name: "session", in: "cookie" },
      ],
    }),
    shape: {
      object: {
        tags: { array: "integer" },
        page: { object: { size: "integer" } },
        kind: "string",
        session: "string",
      },
    },
    handle: echo,
  },
  {
    operation: operation("POST", "/v1/json", body("application/json")),
    params: named,
    handle: echo,
  },
  {
    operation: operation("POST", "/v1/forms", {
      body: { contentType: "application/x-www-form-urlencoded", write: writeContent },
    }),
    shape: { object: { amount: "integer", metadata: { object: {}, rest: "string" } } },
    handle: echo,
  },
  {
    operation: operation("POST", "/v1/files", {
      body: { contentType: "multipart/form-data", write: writeContent },
    }),
    shape: { object: { note: "string", file: "binary" } },
    handle: async (input) => {
      const { note, file } = (input as { params: { note: string; file: File } }).params;
      return { note, name: file.name, type: file.type, text: await file.text() };
    },
  },
  {
    operation: operation("POST", "/v1/texts", body("text/plain", "application/octet-stream")),
    handle: async (input) => {
      const { body: given } = (input as { params: { body: string | Blob } }).params;
      return typeof given === "string" ? { text: given } : { size: given.size };
    },
  },
  {
    operation: operation("GET", "/v1/reports", {
      responses: [
        {
          ...json,
          alternatives: [{ contentType: "text/csv" }, { contentType: "application/jsonl" }],
        },
      ],
    }),
    handle: (_, { contentType }) => {
      if (contentType === "text/csv") return "item\n1\n";
      return contentType === "application/jsonl" ? three() : { items: 1 };
    },
  },
  {
    operation: operation("GET", "/v1/events", {
      responses: [
        { status: "200", contentType: "text/event-stream", items: "data", end: "[DONE]" },
      ],
    }),
    handle: () => three(),
  },
  {
    operation: operation("GET", "/v1/downloads", {
      responses: [{ status: "200", contentType: "image/*" }],
    }),
    handle: () => new Blob([new Uint8Array([1, 2, 3])], { type: "image/png" }),
  },
  {
    operation: operation("DELETE", "/v1/things/{id}", {
      responses: [{ status: "204" }, { status: "402", contentType: "application/json" }],
    }),
    handle: (input, { answer, responseHeaders }) => {
      responseHeaders.append("set-cookie", "a=1");
      responseHeaders.append("set-cookie", "b=2");
      const isPaid = (input as { id: string }).id !== "broke";
      return isPaid
        ? undefined
        : answer(402, { reason: "no money" }, { headers: { "x-hint": "pay" } });
    },
  },
  {
    operation: operation("GET", "/v1/secrets", { security: [["basic"]] }),
    scopes: [{ basic: ["read"] }],
    handle: (_, { principal }) => ({ principal }),
  },
  {
    operation: operation("GET", "/v1/faults/{status}"),
    handle(input) {
      const { status } = input as { status: string };
      if (status === "500") throw new Error("a secret of the server");
      throw new HttpError(Number(status), {
        message: "As asked.",
        headers: { "retry-after": "1" },
      });
    },
  },
  { operation: operation("GET", "/v1/later") },
];

export function createContractApi(): (request: Request) => Promise<Response> {
  return createHandler({
    routes,
    securitySchemes: { basic: { type: "http", scheme: "basic" } },
    authenticate: {
      basic: ({ username, password }: BasicCredentials) =>
        password === "right"
          ? withScopes(username, username === "reader" ? ["read"] : [])
          : undefined,
    },
    limits: { bodyBytes: 10_000, urlLength: 500 },
  });
}
