import { ApiResource } from "../client/api-resource.ts";
import { wait } from "../attempts/deadline.ts";
import { isIdempotent } from "../attempts/idempotency.ts";
import { retryDelay } from "../attempts/retry.ts";
import type { OperationDescriptor, ReadAnswer, RequestOptions, Transport } from "../contract.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { readEventStream, type StreamProgress } from "./read-event-stream.ts";

/** When a stream is taken up again. */
export interface SubscribeOptions {
  /**
   * `broken`: when the connection breaks off. `closed`: also when the server ends its answer, as browsers do; then the stream goes on
   * until the server answers 204, or sends what stands for the end. Default: `broken`.
   */
  readonly reconnect?: "broken" | "closed";
}

/** Between these a server may choose how long is waited, in milliseconds. */
const SHORTEST_WAIT = 100;
const LONGEST_WAIT = 60_000;

/** The longest id that is sent back, in characters. */
const LONGEST_ID = 4_096;

const now = (): number => performance.now();

/**
 * Follows a stream of events, and takes it up behind the last event when its connection breaks off:
 * `for await (const event of subscribe(client, followChat, { chat }))`. HTML Standard, section 9.2.3 (`Last-Event-ID`).
 *
 * What has no id cannot be taken up: where items came and no id did, a break is an error. So it is for methods that are not
 * idempotent, whose work would be done again. Before it connects again it waits as long as the server's `retry` says, a
 * tenth of a second at least and a minute at most, else as before the attempts of a call. When the stream breaks off `maxRetries` times in a row without a single item, the
 * next time is an error.
 *
 * Nothing is sent before the first item is asked for. To stop asking, or to abort, lets go of the connection.
 *
 * @throws what `Transport.send` throws, and what reading the stream throws.
 */
export async function* subscribe<Input, Item, Options extends RequestOptions = RequestOptions>(
  client: Transport | ApiResource,
  operation: OperationDescriptor<Input, AsyncIterable<Item>, unknown>,
  input: NoInfer<Input>,
  // An API's own options, such as header options, come along.
  options?: Options & SubscribeOptions,
): AsyncGenerator<Item, void, undefined> {
  const { maxRetries = 2, deadline = Infinity, reconnect = "broken", signal } = options ?? {};
  const transport = ApiResource.transportOf(client);
  const progress: StreamProgress = {};
  const tracked = { ...operation, responses: trackedBy(progress, operation) };
  const end = now() + deadline;
  const mayRepeat = isIdempotent(operation.method);
  let hasItems = false;
  for (let breaks = 0; ;) {
    const headers = resume(options, progress);
    const own = { ...options, headers, ...(deadline < Infinity && { deadline: end - now() }) };
    const stream: AsyncIterable<Item> | undefined = await transport.send(tracked, input, own);
    let broken: ConnectionError | undefined;
    try {
      // 204 says that there is no more.
      for await (const item of stream ?? []) {
        [hasItems, breaks] = [true, 0];
        yield item;
      }
      if (!stream || progress.hasEnded || reconnect === "broken" || !mayRepeat) return;
    } catch (error) {
      if (!(error instanceof ConnectionError) || !mayRepeat) throw error;
      if (hasItems && lastId(progress) === undefined) throw error;
      broken = error;
    }
    breaks += 1;
    const pause = waitBefore(breaks, progress);
    if (breaks > maxRetries || now() + pause >= end) {
      if (broken) throw broken;
      return;
    }
    await wait(pause, signal);
  }
}

/** The answers of an operation, read by a reader that tells how far it has come. */
function trackedBy(
  progress: StreamProgress,
  { responses }: Pick<OperationDescriptor<unknown, unknown>, "responses">,
): OperationDescriptor<unknown, unknown>["responses"] {
  const read: ReadAnswer = (response, media, context) =>
    readEventStream(response, media, context, progress);
  return responses.map((one) => (one.read === readEventStream ? { ...one, read } : one));
}

function resume(
  options: RequestOptions | undefined,
  progress: StreamProgress,
): NonNullable<RequestOptions["headers"]> {
  const id = lastId(progress);
  return { ...options?.headers, ...(id !== undefined && { "last-event-id": id }) };
}

function waitBefore(breaks: number, { retry = retryDelay(breaks) }: StreamProgress): number {
  return Math.min(Math.max(retry, SHORTEST_WAIT), LONGEST_WAIT);
}

/** The last id as a header carries it, in UTF-8; `undefined` where there is none, or none that can be sent. */
function lastId({ id }: StreamProgress): string | undefined {
  if (!id || id.length > LONGEST_ID) return undefined;
  const text = String.fromCharCode(...new TextEncoder().encode(id));
  return /[^\t\x20-\x7e\x80-\xff]/.test(text) ? undefined : text;
}
