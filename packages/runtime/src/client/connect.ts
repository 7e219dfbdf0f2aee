import type {
  AnyOperation,
  ApiDescriptor,
  ClientOptions,
  OperationDescriptor,
  RequestOptions,
  Transport,
} from "../contract.ts";
import { platformFetch } from "#platform";
import { buildRequest } from "../request/build-request.ts";
import { readCredentials } from "../request/credentials.ts";
import type { HeaderRecord } from "../request/headers.ts";
import { addHeaderOptions, addHeaders } from "../request/headers.ts";
import { repeat } from "../attempts/repeat.ts";
import type { RequestPlan } from "../request/request-plan.ts";
import { planRequest } from "../request/request-plan.ts";
import { sendOnce } from "../attempts/send-once.ts";

/**
 * Makes the transport of a client, which sends with `fetch`, on Node.js with `node:http`.
 *
 * Credentials and header options are read from `options` by the names that `api` gives. They stay inside: whoever prints
 * the transport sees none of them. A `baseUrl` given here goes before the servers of the spec, those of single
 * operations included, so that nothing reaches the real API by mistake.
 *
 * A request is sent again after 408, 409, 429, 5xx, a time-out or a broken connection, but only where that cannot do its
 * work twice: for idempotent methods, for calls with an idempotency key, and for any where no connection came about, so
 * that nothing was sent. Redirects are not followed.
 *
 * @throws {TypeError} when an option is of the wrong type. Its value is not in the message.
 */
export function connect(api: ApiDescriptor, options: ClientOptions = {}): Transport {
  const { baseUrl, fetch = platformFetch, maxResponseBytes = 67_108_864 } = options;
  if (baseUrl !== undefined) checkBaseUrl(baseUrl);
  const schemes = Object.entries(api.security);
  const headerOptions = Object.entries(api.headerOptions);
  const credentials = readCredentials(schemes, options);
  const headers: HeaderRecord = {};
  addHeaderOptions(headers, options, headerOptions);
  addHeaders(headers, options.headers);
  const client = { baseUrl, headers, headerOptions, credentials, fetch, maxResponseBytes };
  const plans = new WeakMap<object, RequestPlan>();

  function planOf(operation: AnyOperation, callOptions: RequestOptions): RequestPlan {
    const own = readCredentials(schemes, callOptions);
    if (own.size > 0) {
      const all = new Map([...credentials, ...own]);
      return planRequest(operation, api, { ...client, credentials: all }, own);
    }
    const plan = plans.get(operation) ?? planRequest(operation, api, client);
    plans.set(operation, plan);
    return plan;
  }

  return {
    async send<Input, Output>(
      operation: OperationDescriptor<Input, Output, unknown>,
      input: Input,
      callOptions: RequestOptions = {},
    ): Promise<Output> {
      const validation = callOptions.validation ?? options.validation;
      if (validation) validation.request(operation, input);
      const plan = planOf(operation, callOptions);
      const request = buildRequest(plan, input, callOptions);
      const { output, response } = await repeat(
        (stop, attempt) => sendOnce(plan, request, callOptions, attempt, stop),
        request,
        callOptions,
        options,
      );
      callOptions.onResponse?.(response);
      if (validation) validation.response(operation, output);
      // The server is trusted to answer as it documents; validators are there for those who do not trust it.
      return output as Output;
    },
  };
}

/** Absolute, or relative to the page for browsers. @throws {TypeError} */
function checkBaseUrl(url: unknown): void {
  // Credentials in a URL end up in logs; query and fragment would swallow the path.
  if (typeof url !== "string" || !/^(?:https?:\/\/[^\s/?#@\\]+)?(?:\/[^\s?#\\]*)?$/i.test(url)) {
    throw new TypeError(
      'The client option "baseUrl" must be an HTTP URL without user name, query and fragment.',
    );
  }
}
