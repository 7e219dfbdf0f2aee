import type { ApiModel } from "@specwright/generator/reading";
import type { ErrorEnvelope } from "@specwright/runtime/server";
import type { Told } from "./api-handler.ts";
import { faultOf, faultResponse, latencyOf, type Trouble } from "./faults.ts";
import {
  LONGEST_BODY,
  type RequestLog,
  shortened,
  shownHeaders,
  shownTarget,
} from "./request-log.ts";
import { clientCall, curlOf } from "./snippets.ts";

/** What stands between a request and the API. */
export interface FrontOptions {
  readonly model: ApiModel;
  readonly api: (request: Request) => Promise<Response>;
  /** Gives what the API told of a request, once. */
  readonly told: (request: Request) => Told | undefined;
  readonly envelope: ErrorEnvelope | undefined;
  readonly trouble: Trouble;
  readonly chance: () => number;
  readonly log: RequestLog;
  /** Bytes of a body; more is left for the API to refuse. */
  readonly bodyBytes: number;
  readonly onTold: (told: Told) => void;
}

/** Waits and fails as it was asked to, answers, and writes down what was said. */
export function createFront(options: FrontOptions): (request: Request) => Promise<Response> {
  const { api, told, envelope, trouble, chance, onTold } = options;
  const secrets = secretsOf(options.model);
  return async (request) => {
    const began = performance.now();
    const wait = latencyOf(request, trouble, chance);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const fault = faultOf(request, trouble, chance);
    const { copy, text } = await readable(request, options.bodyBytes);
    const answer =
      fault === undefined
        ? await answerTo(copy, api)
        : faultResponse(fault, envelope, request.method);
    const done = told(copy);
    if (done) onTold(done);
    return logged({ request, requestBody: text, answer, began, done }, secrets, options.log);
  };
}

/**
 * The answer, in the media type that there is where the caller takes none of them: APIs seldom look at `Accept`, and their
 * clients do not mean it. RFC 9110, section 12.5.1.
 */
async function answerTo(request: Request, api: FrontOptions["api"]): Promise<Response> {
  const answer = await api(request);
  // It comes before the body is read.
  if (answer.status !== 406) return answer;
  request.headers.delete("accept");
  return api(request);
}

/** The request with its body read, so that it can be shown; a body that is too long is handed on as far as it was read. */
async function readable(request: Request, most: number): Promise<{ copy: Request; text: string }> {
  const { method, headers, signal, url } = request;
  if (!request.body) return { copy: request, text: "" };
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  while (length <= most) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.byteLength;
  }
  if (length > most) await reader.cancel().catch(() => undefined);
  const bytes = Buffer.concat(chunks);
  const copy = new Request(url, { method, headers, signal, body: bytes });
  const isText = /json|text|urlencoded|xml/.test(headers.get("content-type") ?? "");
  return {
    copy,
    text: isText
      ? bytes.toString("utf8", 0, LONGEST_BODY + 1)
      : length > 0
        ? `(${length} bytes)`
        : "",
  };
}

interface Exchange {
  readonly request: Request;
  readonly requestBody: string;
  readonly answer: Response;
  readonly began: number;
  readonly done: Told | undefined;
}

async function logged(
  { request, requestBody, answer, began, done }: Exchange,
  secrets: Secrets,
  log: RequestLog,
): Promise<Response> {
  const { response, text } = await shownBody(answer);
  const url = new URL(request.url);
  const target = shownTarget(url, secrets.queries);
  const requestHeaders = shownHeaders(request.headers, secrets.headers);
  log.add({
    time: new Date().toISOString(),
    method: request.method,
    target,
    status: response.status,
    duration: Math.round((performance.now() - began) * 10) / 10,
    ...(done && {
      operation: done.operation.operation.id,
      client: clientCall(done.operation, done.input),
    }),
    requestHeaders,
    requestBody: shortened(requestBody),
    responseHeaders: shownHeaders(response.headers, secrets.headers),
    responseBody: shortened(text),
    curl: curlOf(request.method, url.origin + target, requestHeaders, shortened(requestBody)),
  });
  return response;
}

async function shownBody(answer: Response): Promise<{ response: Response; text: string }> {
  const type = answer.headers.get("content-type") ?? "";
  if (!answer.body || type.includes("event-stream") || !/json|text|xml/.test(type)) {
    return { response: answer, text: "" };
  }
  const text = await answer.text();
  const { status, headers } = answer;
  return { response: new Response(text, { status, headers }), text };
}

interface Secrets {
  readonly headers: ReadonlySet<string>;
  readonly queries: ReadonlySet<string>;
}

function secretsOf({ securitySchemes }: ApiModel): Secrets {
  const names = (place: string): string[] =>
    securitySchemes.flatMap((scheme) =>
      scheme.type === "apiKey" && scheme.in === place ? [scheme.name] : [],
    );
  return {
    headers: new Set(names("header").map((name) => name.toLowerCase())),
    queries: new Set(names("query")),
  };
}
