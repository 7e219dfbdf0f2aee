import { isJson } from "../response/media-type.ts";
import type { JsonCodec, ReadContext, ResponseMedia } from "../contract.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { ITEM_LIMIT, pieces, textChunks } from "./chunks.ts";
import { parseItem, tooLong } from "./read-json-lines.ts";

/** How far a stream has come. HTML Standard, section 9.2.6. */
export interface StreamProgress {
  /** The id that the server sent last; an event without one does not change it. */
  id?: string;
  /** What the server wants to be waited for before somebody connects again, in milliseconds. */
  retry?: number;
  /** Whether the event came that stands for the end. */
  hasEnded?: boolean;
}

interface Event {
  data: string;
  event?: string;
  id?: string;
  retry?: number;
}

/**
 * Reads an answer of type `text/event-stream`, item by item. HTML Standard, section 9.2.6 (Interpreting an event stream).
 *
 * An event has the fields that it was sent with: an id does not go over to those behind it, and nothing connects again; `subscribe`
 * does that.
 *
 * @param progress Told how far the stream has come.
 * @throws {DecodingError} when JSON came instead.
 * @throws while it is read: {DecodingError} for data that is not JSON where it should be, or too long;
 *   {ConnectionError} when it breaks off.
 */
export function readEventStream(
  response: Response,
  media: ResponseMedia,
  context: ReadContext,
  progress: StreamProgress = {},
): AsyncIterable<unknown> {
  const { operation } = context;
  // A server that streams only when asked to answers with the whole otherwise: no event would ever come.
  if (isJson(response.headers.get("content-type") ?? "")) {
    response.body?.cancel().catch(() => undefined);
    throw new DecodingError(`${operation} was answered with JSON instead of a stream of events`);
  }
  const stream = events(textChunks(response, context), operation, progress);
  return itemsOf(stream, media, operation, progress);
}

async function* itemsOf(
  stream: AsyncIterable<Event>,
  { items = "event", end, codec }: ResponseMedia,
  operation: string,
  progress: StreamProgress,
): AsyncGenerator<unknown, void, undefined> {
  for await (const event of stream) {
    if (end !== undefined && event.data === end) {
      progress.hasEnded = true;
      return;
    }
    if (items === "event") yield event;
    else if (items === "text") yield event.data;
    else if (items === "data") yield parseItem(event.data, operation, codec);
    else yield { ...event, data: parseOrKeep(event.data, codec) };
  }
}

// One kind of event may have JSON where another has a word.
function parseOrKeep(data: string, codec: JsonCodec = JSON): unknown {
  try {
    return codec.parse(data);
  } catch {
    return data;
  }
}

async function* events(
  chunks: AsyncIterable<string>,
  operation: string,
  progress: StreamProgress,
): AsyncGenerator<Event, void, undefined> {
  let event: Partial<Event> = {};
  let data: string[] = [];
  let length = 0;
  for await (const line of lines(chunks, operation)) {
    if (line === "") {
      if (event.id !== undefined) progress.id = event.id;
      if (data.length > 0) yield { ...event, data: data.join("\n") };
      [event, data, length] = [{}, [], 0];
      continue;
    }
    const [, field = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    length += line.length;
    if (length > ITEM_LIMIT) throw tooLong(operation);
    if (field === "data") data.push(value);
    else if (field === "event") event.event = value;
    else if (field === "id" && !value.includes("\0")) event.id = value;
    else if (field === "retry" && /^\d+$/.test(value)) {
      event.retry = progress.retry = Number(value);
    }
  }
}

/** Lines end with a line feed, a carriage return, or both. */
async function* lines(
  chunks: AsyncIterable<string>,
  operation: string,
): AsyncGenerator<string, void, undefined> {
  yield* pieces(unified(chunks), /\n/g, () => tooLong(operation));
}

/** A carriage return becomes a line feed at once; one line feed behind it, maybe in the next chunk, is part of it. */
async function* unified(chunks: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let endedInReturn = false;
  for await (const chunk of chunks) {
    const text = endedInReturn && chunk.startsWith("\n") ? chunk.slice(1) : chunk;
    if (chunk) endedInReturn = chunk.endsWith("\r");
    if (text) yield text.replace(/\r\n?/g, "\n");
  }
}
