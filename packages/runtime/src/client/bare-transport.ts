import { platformFetch } from "#platform";
import type { OperationDescriptor, RequestDraft, RequestOptions, Transport } from "../contract.ts";
import type { ApiErrorParts } from "../errors/api-error.ts";
import { buildPath } from "../request/build-path.ts";
import type { HeaderRecord } from "../request/headers.ts";
import { addHeaders } from "../request/headers.ts";
import { own } from "../plain/pointer.ts";
import { readErrorParts, readOutput } from "../response/read-response.ts";
import type { Attempt, Retries } from "../attempts/retries.ts";

/** What a bare transport takes. */
export interface BareOptions {
  /** Sent with every request; credentials are yours to write. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: what clients send by. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** What sends again, in time and with keys: `retries()`. Default: each call is sent once. */
  readonly retries?: Retries;
}

/**
 * A transport for programs that count bytes: it writes the request, sends it once and reads the answer, and is a third of the size
 * of what `connect` makes. It has no retries, time-outs and keys unless it is given {@link retries}, and takes of the options of a
 * call `signal` alone. Credentials are yours to write.
 *
 * ```ts
 * const headers = { authorization: `Bearer ${token}` };
 * const shop = bareTransport("https://api.shop.example", { headers, retries: retries() });
 * const book = await shop.send(retrieveBook, { book: "1" });
 * ```
 *
 * Path parameters are one segment, redirects are not followed and at most 64 MiB of an answer are held, as ever. Calls throw
 * an `ApiError` for a status outside 2xx, whose body may quote what was sent; a `DecodingError`; and else what `fetch` throws, or
 * a `ConnectionError` where there are retries.
 *
 * @param baseUrl Without a slash at its end.
 * @throws {TypeError} for a header that cannot be sent; the message keeps its value to itself.
 */
export function bareTransport(baseUrl: string, options: BareOptions = {}): Transport {
  const { fetch = platformFetch, retries = once } = options;
  const given: HeaderRecord = {};
  // What platforms say of a header that is none quotes it.
  addHeaders(given, options.headers);
  return {
    async send<Input, Output>(
      operation: OperationDescriptor<Input, Output, unknown>,
      input: Input,
      callOptions: RequestOptions = {},
    ): Promise<Output> {
      const headers = { ...operation.headers, ...given };
      const draft: RequestDraft = { query: "", headers };
      const path = buildPath(operation, input);
      for (const write of operation.write ?? []) write(operation, own(input, "params"), draft);
      const url = baseUrl + path + draft.query.replace("&", "?");
      const { id, method } = operation;
      const context = { operation: id, signal: callOptions.signal, maxResponseBytes: 67_108_864 };
      const attempt: Attempt = async (signal, clean) => {
        const body = draft.body ?? null;
        const redirect = "manual";
        const init: object = { method, headers, body, signal, redirect, duplex: "half" };
        const response = await fetch(url, init);
        if (response.ok) return readOutput(operation, response, undefined, context);
        throw bareError(await readErrorParts(operation, response, clean));
      };
      // The server is trusted to answer as it documents.
      return (await retries(attempt, operation, draft, callOptions)) as Output;
    },
  };
}

/** Makes one attempt, and no more. */
const once: Retries = (attempt, _operation, _draft, { signal = null }) =>
  attempt(signal, (text) => text);

/** By what it has it is one of the errors of clients, without the class that says more. */
function bareError(parts: ApiErrorParts): Error {
  const error = new Error(`${parts.operation} was answered with ${parts.status}`);
  return Object.assign(error, { name: "ApiError" }, parts);
}
