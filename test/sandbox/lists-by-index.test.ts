import { join } from "node:path";
import { DatabaseSync, StatementSync } from "node:sqlite";
import * as fc from "fast-check";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { matches, hintOf } from "../../packages/sandbox/src/behave/filter.ts";
import { isUnder } from "../../packages/sandbox/src/behave/world.ts";
import { listQuery } from "../../packages/sandbox/src/state/list-query.ts";
import { MemoryStore } from "../../packages/sandbox/src/state/memory.ts";
import { SqliteStore } from "../../packages/sandbox/src/state/sqlite.ts";
import type { Range, Stored } from "../../packages/sandbox/src/state/store.ts";
import type { Sandbox } from "@specwright/sandbox";
import { temporaryFolder } from "../helpers/command.ts";
import { call, paymentsSandbox, type Values } from "../helpers/sandbox.ts";

// A page costs what is on it: in a store of a file, the rest of the collection is not read.

const COUNT = 2_000;
const PAGE = 10;
/** Rows that a page may read: those on it, one that tells whether there are more, and what is left of a batch. */
const FEW = 32;

afterEach(() => void vi.restoreAllMocks());

/** A sandbox with plans in a file, two of which are of another product. */
async function filled(): Promise<Sandbox> {
  const store = join(temporaryFolder(), "state.sqlite");
  const sandbox = await paymentsSandbox({ store });
  onTestFinished(() => sandbox.close());
  const plans = Array.from({ length: COUNT }, (_, index) => ({
    id: `plan_${index}`,
    product: index === 3 || index === 1_500 ? "prod_rare" : "prod_1",
  }));
  sandbox.seed({ plans });
  return sandbox;
}

/** Counts the rows that come out of SQLite from here on. */
function countRows(): () => number {
  const all = vi.spyOn(StatementSync.prototype, "all");
  const get = vi.spyOn(StatementSync.prototype, "get");
  return () => {
    const lists = all.mock.results.map(({ value }) => (Array.isArray(value) ? value.length : 0));
    return lists.reduce((sum, count) => sum + count, get.mock.results.length);
  };
}

function idsOf({ body }: { readonly body: Values }): unknown[] {
  return Array.isArray(body["data"]) ? body["data"].map((one) => Object(one).id) : [];
}

const named = (from: number, step: 1 | -1, count = PAGE): string[] =>
  Array.from({ length: count }, (_, index) => `plan_${from + step * index}`);

describe("a page of two thousand objects in a file", () => {
  it.each<[string, string, string[]]>([
    ["the first", "", named(1_999, -1)],
    ["one behind a cursor", "&starting_after=plan_1000", named(999, -1)],
    ["the last", "&starting_after=plan_10", named(9, -1)],
    ["one in front of a cursor", "&ending_before=plan_500", named(510, -1)],
    ["one of a filter", "&product=prod_rare", ["plan_1500", "plan_3"]],
    ["one of a filter behind a cursor", "&product=prod_rare&starting_after=plan_1400", ["plan_3"]],
  ])("%s is read without the rest", async (_, query, expected) => {
    const sandbox = await filled();
    const rows = countRows();
    const page = await call(sandbox, `GET /v1/plans?limit=${PAGE}${query}`);
    expect(idsOf(page)).toEqual(expected);
    expect(rows()).toBeLessThanOrEqual(FEW);
  });

  it("is as long as it says where something is looked for that no index and no filter tells", async () => {
    const sandbox = await filled();
    const rows = countRows();
    const page = await call(sandbox, `GET /v1/plans?limit=${PAGE}&created%5Bgt%5D=1`);
    expect(idsOf(page)).toEqual(named(1_999, -1));
    expect(rows()).toBeLessThanOrEqual(FEW);
  });
});

const LISTS: Readonly<Record<string, ReturnType<typeof listQuery>>> = {
  "the newest": listQuery("<", "DESC", {}),
  "the oldest": listQuery(">", "ASC", {}),
  "a filter": listQuery("<", "DESC", { hints: [{ key: "product", text: "prod_1" }] }),
  "a parent": listQuery("<", "DESC", { under: ["cus_1"] }),
};

it.each(Object.entries(LISTS))(
  "SQLite plans %s as a search of the index, without sorting",
  (_, list) => {
    const file = join(temporaryFolder(), "state.sqlite");
    new SqliteStore(file).close();
    const database = new DatabaseSync(file);
    const plan = database
      .prepare(`EXPLAIN QUERY PLAN ${list.query}`)
      .all("plans", 5, ...list.values, PAGE, 0)
      .map(({ detail }) => String(detail));
    database.close();
    expect(plan).toEqual([
      expect.stringMatching(
        /^SEARCH objects USING INDEX newest \(collection=\? AND deleted=\? AND sequence[<>]\?\)$/,
      ),
    ]);
  },
);

const values = fc.oneof(
  fc.constantFrom<unknown>("a", "null", "true", "1", 1, 1.5, 1e21, true, null, 'ä"\\\n', ["a"], {
    id: "a",
  }),
  fc.jsonValue(),
);
const objects = fc.array(
  fc.record({
    parents: fc.constantFrom<string[] | null>(null, ["p"], ['"\\'], []),
    value: fc.dictionary(fc.constantFrom("k", "other", 'odd"key', "a.b"), values),
    isDeleted: fc.boolean(),
  }),
  { maxLength: 60 },
);
const wanted = fc.constantFrom<unknown>("a", "null", "true", true, "1", 1, 1.5, 1e21, 'ä"\\\n');
const keys = fc.constantFrom("k", 'odd"key', "a.b");

it("both stores give the same lists, for all values, filters, parents and places", () => {
  fc.assert(
    fc.property(
      objects,
      keys,
      wanted,
      fc.constantFrom<string[]>([], ["p"], ['"\\'], ["1"]),
      fc.nat(61),
      fc.nat(5),
      (given, key, want, under, place, skip) => {
        const memory = new MemoryStore();
        const file = new SqliteStore(":memory:");
        for (const [index, one] of given.entries()) {
          const stored: Stored = { ...one, collection: "c", id: `${index}`, sequence: index + 1 };
          memory.put(stored);
          file.put(stored);
        }
        const reach = { hints: hintOf(key, want), under };
        const isWanted = (one: Stored): boolean =>
          isUnder(one, under) && matches(one.value, key, want);
        const newest = (range: Range): number[][] =>
          [memory, file].map((store) =>
            [...store.newest("c", range)].filter(isWanted).map(({ sequence }) => sequence),
          );
        const oldest = [memory, file].map((store) =>
          [...store.oldest("c", place, reach)].filter(isWanted).map(({ sequence }) => sequence),
        );
        for (const [one, other] of [newest({ ...reach, below: place }), newest({ skip }), oldest]) {
          expect(other).toEqual(one);
        }
        expect(file.count("c")).toBe(memory.count("c"));
        file.close();
      },
    ),
  );
});
