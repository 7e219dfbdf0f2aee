import {
  ConnectionError,
  DecodingError,
  type ReadAnswer,
  readEventStream,
  readJsonLines,
  readJsonSequence,
} from "@specwright/runtime";
import { describe, expect, it } from "vitest";
import { createRandom } from "../hostile/random.ts";
import { chunkings, cuts } from "./chunkings.ts";
import { type Whole, wholeEvents, wholeLines, wholeRecords } from "./read-whole.ts";

// Streams come in chunks as the network likes them: however they are cut, the items are the same; where they end too early,
// those before are, and then there is a clean error or nothing. SPECWRIGHT_CUTS=14 takes samples of up to so many bytes
// (8,192 ways to cut each) in the place of ten (512 ways); SPECWRIGHT_CUTS_SEED makes other samples.

const longest = Number(process.env["SPECWRIGHT_CUTS"] ?? 10);
const random = createRandom(Number(process.env["SPECWRIGHT_CUTS_SEED"] ?? 1));

interface Format {
  readonly read: ReadAnswer;
  readonly whole: (bytes: Uint8Array) => Whole;
  /** What samples are made of; bytes are written as Latin-1, so that signs of UTF-8 fall apart. */
  readonly words: readonly string[];
  readonly long: string;
}

const utf8 = (text: string): string => Buffer.from(text).toString("latin1");
const signs = ["\n", "\r", "\r\n", utf8("ü"), utf8("😀"), "\xc3", "\xff", "x", " ", "\0"];

const FORMATS: Readonly<Record<string, Format>> = {
  "server-sent events": {
    read: readEventStream,
    whole: (bytes) => ({ items: wholeEvents(bytes), isBroken: false }),
    words: [
      ...signs,
      "data:",
      "data: ",
      "data\n\n",
      "data\r\r",
      "data:x\r\n\r\n",
      "id:",
      "id\n",
      "event:",
      "retry:",
      "7\n",
      ":",
      utf8("\ufeff"),
    ],
    long: '\ufeff: c\r\nevent: wört\r\nid: 7\nretry: 10\ndata: {"a":"ü€😀"}\rdata: 2\n\n\r\ndata\n\nid\ndata: x\r\r:\ndata\r\n\r\ndata: cut',
  },
  "lines of JSON": {
    read: readJsonLines,
    whole: wholeLines,
    words: [...signs, "1\n", "2\n", "-", '"', '"x"\n', "[]\n", "{}", "[", "null\n", "\n1"],
    long: '{"a":"ü€😀"}\r\n\n[1,\r2]\n"\\n"\n \n-1.5e3\ntrue\n{"b":{"c":null}}\n12',
  },
  "a sequence of JSON": {
    read: readJsonSequence,
    whole: wholeRecords,
    words: [...signs, "\x1e", "\x1e1\n", "\x1e[]", "1\n", "2", '"', '\x1e"x"', "{}", "[", "null\n"],
    long: '\x1e{"a":\n"ü€😀"}\n\x1e\x1e[1,2]\n\x1e"x"\n\x1e12\n\x1etrue\n\x1e{"b":1}',
  },
};

const context = { operation: "rows.follow", signal: undefined, maxResponseBytes: 1_048_576 };

/** What came of reading: items, and the error that ended them, if any. */
interface Taken {
  readonly items: readonly unknown[];
  readonly error: unknown;
}

/** @param end What follows the last chunk: an error, or nothing. */
async function take(read: ReadAnswer, chunks: readonly Uint8Array[], end?: Error): Promise<Taken> {
  let next = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks[next++];
      if (chunk) controller.enqueue(chunk);
      else if (end) controller.error(end);
      else controller.close();
    },
  });
  const items: unknown[] = [];
  try {
    const stream = read(new Response(body), {}, context) as AsyncIterable<unknown>;
    for await (const item of stream) items.push(item);
    return { items, error: undefined };
  } catch (error) {
    return { items, error };
  }
}

/** Bytes of words drawn at random, as many as fit. */
function sample(words: readonly string[]): Uint8Array {
  let text = "";
  for (;;) {
    const word = random.pick(words);
    if (text.length + word.length > longest) return Buffer.from(text, "latin1");
    text += word;
  }
}

describe.each(Object.entries(FORMATS))("%s", (_, { read, whole, words, long }) => {
  const bytes = new TextEncoder().encode(long);

  async function expectSame(
    chunks: readonly Uint8Array[],
    { items, isBroken }: Whole,
  ): Promise<void> {
    const taken = await take(read, chunks);
    const isSame = JSON.stringify(taken.items) === JSON.stringify(items);
    const isClean = isBroken ? taken.error instanceof DecodingError : taken.error === undefined;
    if (isSame && isClean) return;
    const found = chunks.map((chunk) => Buffer.from(chunk).toString("latin1"));
    expect({ ...taken, found }).toEqual({ items, isBroken, found });
  }

  it("are the same in every chunking of small samples", async () => {
    for (let round = 0; round < 24; round += 1) {
      let small = sample(words);
      // Half of the samples may be noise.
      while (round % 2 && whole(small).items.length === 0) small = sample(words);
      const expected = whole(small);
      for (const chunks of chunkings(small)) await expectSame(chunks, expected);
    }
  });

  it("are the same wherever a long one is cut", async () => {
    const expected = whole(bytes);
    expect(expected.items.length).toBeGreaterThan(3);
    for (const chunks of cuts(bytes)) await expectSame(chunks, expected);
  });

  it("are what was whole by then where they end at any byte", async () => {
    for (let end = 0; end <= bytes.length; end += 1) {
      const start = bytes.subarray(0, end);
      for (const chunks of cuts(start)) await expectSame(chunks, whole(start));
    }
  });

  it("are those that were whole where they break off at any byte, and then an error", async () => {
    const { items } = whole(bytes);
    for (let end = 0; end <= bytes.length; end += 1) {
      const start = bytes.subarray(0, end);
      const taken = await take(read, [start], new Error("reset"));
      expect(taken.error).toBeInstanceOf(ConnectionError);
      expect(taken.items).toEqual(items.slice(0, taken.items.length));
    }
  });

  it("without an end of a piece do not fill the memory, in chunks of any size", async () => {
    for (const size of [1_000, 65_536, 1_048_576]) {
      const chunk = new Uint8Array(size).fill("x".charCodeAt(0));
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += size;
          controller.enqueue(chunk);
        },
      });
      const stream = read(new Response(body), {}, context) as AsyncIterable<unknown>;
      await expect(Array.fromAsync(stream)).rejects.toThrow(DecodingError);
      expect(sent).toBeLessThan(20_000_000);
    }
  });
});
