import { platformFetch } from "#platform";
import type {
  AnyOperation,
  OperationDescriptor,
  RequestDraft,
  RequestOptions,
  Transport,
} from "../contract.ts";
import { checkHeader } from "../serialize/header.ts";
import { checkPath, writePart } from "./build-request.ts";
import { own } from "./pointer.ts";
import { readErrorBody, readOutput } from "./read-response.ts";

/** What a bare transport takes. */
export interface BareOptions {
  /** Sent with every request; credentials are yours to write. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: what clients send by. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/**
 * A transport for programs that count bytes: it writes the request, sends it once and reads the answer, and is a third of the size
 * of what `connect` makes. It has no retries, time-outs, keys or credentials, and takes of the options of a call `signal` alone.
 *
 * ```ts
 * const shop = bareTransport("https://api.shop.example", { headers: { authorization: `Bearer ${token}` } });
 * const book = await shop.send(retrieveBook, { book: "1" });
 * ```
 *
 * Path parameters are one segment, redirects are not followed and at most 64 MiB of an answer are held, as ever. Calls throw
 * an `ApiError` for a status outside 2xx, whose body may quote what was sent; a `DecodingError`; and else what `fetch` throws.
 *
 * @param baseUrl Without a slash at its end.
 * @throws {TypeError} for a header that cannot be sent; the message keeps its value to itself.
 */
export function bareTransport(baseUrl: string, options: BareOptions = {}): Transport {
  const { headers = {}, fetch = platformFetch } = options;
  // What platforms say of a header that is none quotes it.
  for (const [name, value] of Object.entries(headers)) checkHeader(name, value);
  return {
    async send<Input, Output>(
      operation: OperationDescriptor<Input, Output, unknown>,
      input: Input,
      { signal }: RequestOptions = {},
    ): Promise<Output> {
      const draft: RequestDraft = { query: "", headers: { ...operation.headers, ...headers } };
      for (const write of operation.write ?? []) write(operation, own(input, "params"), draft);
      const url = baseUrl + pathOf(operation, input) + draft.query.replace("&", "?");
      const init: object = {
        ...draft,
        method: operation.method,
        redirect: "manual",
        duplex: "half",
      };
      const response = await fetch(url, { ...init, signal: signal ?? null });
      const { id } = operation;
      if (response.ok) {
        const context = { operation: id, signal, maxResponseBytes: 67_108_864 };
        // The server is trusted to answer as it documents.
        return (await readOutput(operation, response, undefined, context)) as Output;
      }
      const { status } = response;
      // By what it has it is one of the errors of clients, without the class that says more.
      throw Object.assign(new Error(`${id} was answered with ${status}`), {
        name: "ApiError",
        operation: id,
        status,
        headers: Object.fromEntries(response.headers),
        body: await readErrorBody(operation, response, (text) => text),
      });
    },
  };
}

function pathOf(operation: AnyOperation, input: unknown): string {
  const path = operation.path.replace(/\{([^}]*)\}/g, (whole, name) => {
    const parameter = operation.parameters.find((one) => one.in === "path" && one.name === name);
    return parameter ? writePart(parameter, input) : whole;
  });
  return checkPath(operation, path);
}
