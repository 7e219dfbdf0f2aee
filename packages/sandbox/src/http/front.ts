import type { ApiModel } from "@specwright/generator/reading";
import type { Answer, Around, ErrorEnvelope, Incoming } from "@specwright/runtime/server";
import type { Told } from "./api-handler.ts";
import { faultAnswer, faultOf, latencyOf, type Trouble } from "./faults.ts";
import {
  LONGEST_BODY,
  type LoggedRequest,
  type RequestLog,
  shortened,
  shownHeaders,
  shownTarget,
} from "./request-log.ts";
import { type Secrets, secretsOf } from "./secrets.ts";
import { clientCall, curlOf } from "./snippets.ts";

/** What stands between a request and the API. */
export interface FrontOptions {
  readonly model: ApiModel;
  /** Gives what the API told of a request, once. */
  readonly told: (incoming: Incoming) => Told | undefined;
  readonly envelope: ErrorEnvelope | undefined;
  readonly trouble: Trouble;
  readonly chance: () => number;
  readonly log: RequestLog;
  readonly onTold: (told: Told) => void;
}

/** Waits and fails as it was asked to, answers, and writes down what was said. */
export function createFront(options: FrontOptions): Around {
  const { told, envelope, trouble, chance, log, onTold } = options;
  const secrets = secretsOf(options.model);
  return async (request, next) => {
    const began = performance.now();
    const time = Date.now();
    const incoming = new Watched(request);
    const wait = latencyOf(incoming, trouble, chance);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const fault = faultOf(incoming, trouble, chance);
    const answer = await (fault === undefined
      ? answerTo(incoming, next)
      : faultAnswer(fault, envelope));
    const done = told(incoming);
    if (done) onTold(done);
    const duration = Math.round((performance.now() - began) * 10) / 10;
    log.add(() => entryOf({ incoming, answer, time, duration, done }, secrets));
    return answer;
  };
}

/**
 * The answer, in the media type that there is where the caller takes none of them: APIs seldom look at `Accept`, and their
 * clients do not mean it. RFC 9110, section 12.5.1.
 */
async function answerTo(incoming: Watched, next: Parameters<Around>[1]): Promise<Answer> {
  const answer = await next(incoming);
  // It comes before the body is read.
  if (answer.status !== 406) return answer;
  incoming.takesAnything = true;
  return next(incoming);
}

/** A request that remembers what was read of it. */
class Watched implements Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  takesAnything = false;
  bytes: Uint8Array | undefined;
  readonly #incoming: Incoming;

  constructor(incoming: Incoming) {
    this.method = incoming.method;
    this.path = incoming.path;
    this.query = incoming.query;
    this.#incoming = incoming;
  }

  header(name: string): string | null {
    return this.takesAnything && name === "accept" ? null : this.#incoming.header(name);
  }

  async read(limit: number): Promise<Uint8Array | undefined> {
    this.bytes = await this.#incoming.read(limit);
    return this.bytes;
  }

  get request(): Request {
    return this.#incoming.request;
  }
}

interface Exchange {
  readonly incoming: Watched;
  readonly answer: Answer;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly duration: number;
  readonly done: Told | undefined;
}

function entryOf(
  { incoming, answer, time, duration, done }: Exchange,
  secrets: Secrets,
): Omit<LoggedRequest, "number"> {
  const { method, request } = incoming;
  const url = new URL(request.url);
  const target = shownTarget(url, secrets.queries);
  const requestHeaders = shownHeaders(request.headers, secrets.headers);
  const requestBody = shortened(bodyText(incoming));
  const responseHeaders = [...Object.entries(answer.headers), ...(answer.added ?? [])];
  return {
    time: new Date(time).toISOString(),
    method,
    target,
    status: answer.status,
    duration,
    ...(done && {
      operation: done.operation.operation.id,
      client: clientCall(done.operation, done.input),
    }),
    requestHeaders,
    requestBody,
    responseHeaders: shownHeaders(responseHeaders, secrets.headers),
    responseBody: typeof answer.body === "string" ? shortened(answer.body) : "",
    curl: curlOf(method, url.origin + target, requestHeaders, requestBody),
  };
}

function bodyText(incoming: Watched): string {
  const { bytes } = incoming;
  if (!bytes || bytes.length === 0) return "";
  const isText = /json|text|urlencoded|xml/.test(incoming.header("content-type") ?? "");
  if (!isText) return `(${bytes.length} bytes)`;
  return Buffer.from(bytes.subarray(0, LONGEST_BODY + 1)).toString("utf8");
}
