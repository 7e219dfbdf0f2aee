import { connectPayments } from "@specwright/generated-client";
import { call, DecodingError, poll, validation } from "@specwright/runtime";
import {
  priceCreateParamsValidator,
  priceValidator,
} from "@specwright/generated-client/validators";
import { ValidationError } from "@specwright/runtime/validate";
import { equal, failure, isA } from "./assert.ts";
import { type Cases, open, unique } from "./case.ts";
import { download, exportRows, readBomb } from "./descriptors.ts";

/** Two of those that the package has: all of them would be two megabytes. */
const VALIDATORS = {
  "prices.create": { params: priceCreateParamsValidator },
  "prices.retrieve": { output: priceValidator },
};

export const ANSWERS: Cases = {
  async "reads a JSON answer"(origin) {
    const price = await open(origin).prices.retrieve("price_ü/1");
    equal(price.id, "price_ü/1");
  },
  async "gives the raw response beside the value"(origin) {
    const { data, response } = await open(origin).prices.retrieve("price_1").withResponse();
    equal([data.id, response.status, response.requestId], ["price_1", 200, "req_1"]);
  },
  async "gives a result instead of throwing"(origin) {
    const found = await open(origin).prices.retrieve("price_1").safe();
    const missing = await open(origin).prices.retrieve("price_missing").safe();
    equal([found.ok, missing.ok], [true, false]);
  },
  async "reads bytes with their type"(origin) {
    const blob = await call(connectPayments({ baseUrl: origin }), download, {});
    equal([blob.type, blob.size], ["image/png", 65_536]);
  },
  async "refuses more than it may hold"(origin) {
    const transport = connectPayments({ baseUrl: origin, maxResponseBytes: 65_535 });
    isA(await failure(call(transport, download, {})), DecodingError);
  },
  async "refuses a bomb before it has gone off"(origin) {
    const transport = connectPayments({ baseUrl: origin, maxResponseBytes: 2 ** 20 });
    isA(await failure(call(transport, readBomb, {})), DecodingError);
  },
  async "reads lines of JSON, and those alone"(origin) {
    const transport = connectPayments({ baseUrl: origin });
    const rows: number[] = [];
    for await (const { n } of await call(transport, exportRows, {})) rows.push(n);
    equal(rows, [1, 2, 3]);
  },
  async "tells that a page came in the place of JSON"(origin) {
    const error = await failure(open(origin).prices.retrieve(`price_html_${unique()}`));
    isA(error, DecodingError);
  },
  async "warns of an answer that is not what the spec says, or refuses it"(origin) {
    const drift: string[] = [];
    const onDrift = ({ pointer }: { pointer: string }): void => void drift.push(pointer);
    const warning = validation(VALIDATORS, { onDrift });
    const client = open(origin, { validation: warning });
    equal((await client.prices.retrieve("price_1")).id, "price_1");
    equal(drift.length > 0, true);
    const strict = validation(VALIDATORS, { responses: "strict" });
    const refused = client.prices.retrieve("price_1", {}, { validation: strict });
    isA(await failure(refused), ValidationError);
  },
  async "refuses a request that is not what the spec says, and sends nothing"(origin) {
    const strict = validation(VALIDATORS, { requests: "strict" });
    const name = unique();
    const params = { currency: 5 as never, product: "prod_1", metadata: { name } };
    const refused = open(origin, { validation: strict }).prices.create(params);
    isA(await failure(refused), ValidationError);
  },
  async "waits for something to settle"(origin) {
    const name = unique();
    const look = async () => Object(await open(origin).prices.retrieve(`price_counted_${name}`));
    const options = { until: ({ attempt }: { attempt: number }) => attempt === 3, interval: 1 };
    equal((await poll(look, options)).attempt, 3);
  },
};
