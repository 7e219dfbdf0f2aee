import { createRouter } from "@specwright/runtime/server";
import findMyWay from "find-my-way";
import { TrieRouter } from "hono/router/trie-router";
import { median, type Row } from "./row.ts";

/** How long it takes to find one of 600 operations, and one of 6, so that it shows whether their number counts. */
export async function route(): Promise<readonly Row[]> {
  return [6, 600].flatMap((count) => {
    const lookUps = lookUpsOf(count);
    const times = Object.fromEntries(Object.keys(lookUps).map((name) => [name, [] as number[]]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, lookUp] of Object.entries(lookUps)) times[name]?.push(time(lookUp, count));
    }
    const middle = (name: string): number => median((times[name] ?? []).slice(1));
    const own = middle("ours");
    return Object.keys(lookUps)
      .filter((name) => name !== "ours")
      .map((name) => ({
        what: `one of ${count} operations`,
        ours: `${own.toFixed(0)} ns`,
        against: `${name}: ${middle(name).toFixed(0)} ns`,
        ratio: (own / middle(name)).toFixed(2),
      }));
  });
}

/** The first one warms up. */
const ROUNDS = 8;
const LOOK_UPS = 60_000;

type LookUp = (path: string) => boolean;

function lookUpsOf(count: number): Readonly<Record<string, LookUp>> {
  const templates = Array.from(
    { length: count },
    (_, index) => `/v1/resources${Math.floor(index / 3)}${["", "/{id}", "/{id}/lines"][index % 3]}`,
  );
  const ours = createRouter(
    templates.map((path) => ({ operation: { id: path, method: "GET", path } })),
  );
  const wayfinder = findMyWay();
  const trie = new TrieRouter<string>();
  for (const template of templates) {
    const path = template.replace("{id}", ":id");
    wayfinder.on("GET", path, () => undefined);
    trie.add("GET", path, path);
  }
  return {
    ours: (path) => ours.find("GET", path).type === "match",
    "find-my-way": (path) => wayfinder.find("GET", path) !== null,
    "hono, trie": (path) => trie.match("GET", path)[0].length > 0,
  };
}

/** Nanoseconds of CPU time for each look-up. */
function time(lookUp: LookUp, count: number): number {
  const paths = Array.from(
    { length: count / 3 },
    (_, index) => `/v1/resources${index}/x_${index}/lines`,
  );
  const began = process.cpuUsage();
  for (let made = 0; made < LOOK_UPS; made += 1) {
    if (!lookUp(paths[made % paths.length] ?? "")) throw new Error("not found");
  }
  const { user, system } = process.cpuUsage(began);
  return ((user + system) * 1_000) / LOOK_UPS;
}
