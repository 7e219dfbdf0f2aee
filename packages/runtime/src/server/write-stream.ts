import type { ResponseMedia } from "../contract.ts";
import { isJsonLines, isJsonSequence } from "./media-type.ts";

/** Writes one item of a stream as text. */
type WriteItem = (item: unknown) => string;

/** How items are written in a media type; `undefined` where they are bytes and text already. */
function writeItem(essence: string, media: ResponseMedia): WriteItem | undefined {
  if (essence === "text/event-stream") return (item) => eventText(item, media);
  if (isJsonLines(essence)) return (item) => `${jsonText(item, media)}\n`;
  if (isJsonSequence(essence)) return (item) => `\x1e${jsonText(item, media)}\n`;
  return undefined;
}

export function isStream(output: unknown): output is AsyncIterable<unknown> {
  return typeof output === "object" && output !== null && Symbol.asyncIterator in output;
}

/**
 * Writes items as they come, no faster than they are taken; when nobody takes them any more, their source is told.
 *
 * @param onError Told of what the source throws, or of an item that cannot be written: by then the answer has begun.
 */
export function writeStream(
  items: AsyncIterable<unknown>,
  essence: string,
  media: ResponseMedia,
  onError: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const source = items[Symbol.asyncIterator]();
  const write = writeItem(essence, media);
  const encoder = new TextEncoder();
  // An item may still be on its way when nobody wants it any more.
  let isWanted = true;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await source.next();
        if (!isWanted) return;
        if (done && essence === "text/event-stream" && media.end !== undefined) {
          controller.enqueue(encoder.encode(field("data", media.end) + "\n"));
        }
        if (done) return controller.close();
        controller.enqueue(write ? encoder.encode(write(value)) : bytesOf(value, encoder));
      } catch (error) {
        if (!isWanted) return;
        onError(error);
        controller.error(error);
        await source.return?.().catch(() => undefined);
      }
    },
    async cancel() {
      isWanted = false;
      await source.return?.();
    },
  });
}

function bytesOf(value: unknown, encoder: TextEncoder): Uint8Array {
  if (typeof value === "string") return encoder.encode(value);
  if (value instanceof Uint8Array) return value;
  throw new TypeError("A stream of this media type is made of bytes or strings.");
}

function jsonText(value: unknown, { codec = JSON }: ResponseMedia): string {
  const text: string | undefined = codec.stringify(value);
  if (text === undefined) throw new TypeError("The handler gave a value that JSON cannot carry.");
  return text;
}

/** An event of a `text/event-stream`. HTML Standard, section 9.2.5. @throws {TypeError} */
function eventText(item: unknown, media: ResponseMedia): string {
  const { items = "event" } = media;
  if (items === "data") return `${field("data", jsonText(item, media))}\n`;
  if (items === "text") return `${field("data", String(item))}\n`;
  if (typeof item !== "object" || item === null) throw new TypeError("An event is an object.");
  let text = "";
  for (const [name, value] of Object.entries(item)) {
    if (value === undefined || name === "data") continue;
    if (name === "event" || name === "id" || name === "retry") text += field(name, String(value));
    else throw new TypeError("An event has data, event, id and retry, and nothing else.");
  }
  const data: unknown = "data" in item ? item.data : "";
  return `${text}${field("data", items === "event" ? String(data) : dataText(data, media))}\n`;
}

// A word that is no JSON travels as it is, as the readers of such streams expect it.
function dataText(data: unknown, media: ResponseMedia): string {
  if (typeof data !== "string") return jsonText(data, media);
  try {
    JSON.parse(data);
    return jsonText(data, media);
  } catch {
    return data;
  }
}

/** One field, a line for each line of its value: data may have several, all else could only be forged with them. */
function field(name: string, value: string): string {
  const lines = value.split(/\r\n?|\n/);
  if (lines.length > 1 && name !== "data") throw new TypeError(`An event's ${name} is one line.`);
  return lines.map((line) => `${name}: ${line}\n`).join("");
}
