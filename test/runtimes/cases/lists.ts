import { connectPayments } from "@specwright/generated-client";
import { call, ConnectionError, DecodingError, paginate } from "@specwright/runtime";
import { equal, failure, isA } from "./assert.ts";
import { type Cases, open } from "./case.ts";
import { followEvents, linkedThings, numberedThings, streamEvents } from "./descriptors.ts";

/** Takes all that comes. */
async function all(stream: AsyncIterable<{ readonly n: number }>): Promise<readonly number[]> {
  const numbers: number[] = [];
  for await (const { n } of stream) numbers.push(n);
  return numbers;
}

/** Lists of pages, and streams of items. */
export const LISTS: Cases = {
  async "walks a list over its pages"(origin) {
    const ids: string[] = [];
    for await (const { id } of open(origin).prices.list()) ids.push(id);
    equal(ids, ["price_1", "price_2", "price_3"]);
    equal((await open(origin).prices.list().toArray({ limit: 2 })).length, 2);
  },
  async "goes on where another walk ended"(origin) {
    const list = open(origin).prices.list();
    const { nextCursor } = await list;
    const rest = await list.from(nextCursor).toArray({ limit: 9 });
    equal(
      rest.map(({ id }) => id),
      ["price_3"],
    );
  },
  async "walks a list by the numbers of its pages"(origin) {
    const transport = connectPayments({ baseUrl: origin });
    equal(await all(paginate(transport, numberedThings, {})), [1, 2, 3, 4, 5]);
  },
  async "walks a list by the links in its headers, within its origin"(origin) {
    const transport = connectPayments({ baseUrl: origin });
    equal(await all(paginate(transport, linkedThings, {})), [1, 2]);
    const leaving = paginate(transport, linkedThings, { params: { to: "elsewhere" } });
    isA(await failure(all(leaving)), DecodingError);
  },
  async "reads server-sent events as they come"(origin) {
    equal(await all(await call(connectPayments({ baseUrl: origin }), streamEvents, {})), [1, 2, 3]);
  },
  async "reads server-sent events that come byte by byte"(origin) {
    const options = { query: { bytes: true } };
    const transport = connectPayments({ baseUrl: origin });
    equal(await all(await call(transport, streamEvents, {}, options)), [1, 2, 3]);
  },
  async "knows the names and ids of server-sent events"(origin) {
    const transport = connectPayments({ baseUrl: origin });
    for await (const event of await call(transport, followEvents, {})) {
      equal(event, { event: "ü", id: "7", data: '{"n":1}\nmore' });
      break;
    }
  },
  async "leaves a stream of events early"(origin) {
    const events = await call(connectPayments({ baseUrl: origin }), streamEvents, {});
    for await (const { n } of events) {
      equal(n, 1);
      break;
    }
  },
  async "tells that a stream broke off, behind what had come"(origin) {
    const options = { query: { broken: true } };
    const transport = connectPayments({ baseUrl: origin });
    const numbers: number[] = [];
    const error = await failure(
      (async () => {
        for await (const { n } of await call(transport, streamEvents, {}, options)) numbers.push(n);
      })(),
    );
    isA(error, ConnectionError);
    equal(numbers, [1]);
  },
  async "ends a stream that is aborted, with the reason"(origin) {
    const controller = new AbortController();
    const options = { query: { endless: true }, signal: controller.signal };
    const transport = connectPayments({ baseUrl: origin });
    const error = await failure(
      (async () => {
        for await (const _ of await call(transport, streamEvents, {}, options)) {
          controller.abort(new Error("enough"));
        }
      })(),
    );
    equal(Object(error).message, "enough");
  },
};
