import { createRouter, type Router } from "@specwright/runtime/server";
import { describe, expect, it } from "vitest";
import { readApiAt, type ReadApi } from "../../packages/generator/src/reading.ts";
import { corpusDocuments, ownSpec } from "../helpers/corpus.ts";
import { createRandom } from "../judges/sample-values.ts";

// A path, however it is written, leads to the operation whose template it fits, with what it says and nothing else, or
// nowhere. What fits is found out here by asking every template, where the router goes down a tree.

type Random = () => number;
type Operation = ReadApi["model"]["resources"][number]["operations"][number];

/** Rounds for each operation. `SPECWRIGHT_PATHS=300` makes more, and takes all documents of the corpus. */
const wanted = process.env["SPECWRIGHT_PATHS"];
const rounds = Number(wanted ?? 12);

function oneOf<Item>(options: readonly [Item, ...Item[]], random: Random): Item {
  return options[Math.floor(random() * options.length)] ?? options[0];
}

/** As they stand in a request line. */
const NASTY: readonly [string, ...string[]] = [
  "%2F",
  "%2f..%2f..",
  "..%2f",
  "%2e%2e",
  "%2E.",
  ".%2e%2f",
  ".",
  "..",
  "...",
  "%00",
  "a%00b",
  "",
  "\\",
  "..\\..",
  "%5c..%5c",
  ";",
  "a;b=c",
  "%3B",
  "a,b",
  "%c0%af",
  "%c0%ae%c0%ae",
  "%e0%80%af",
  "%f0%80%80%af",
  "%ed%a0%80",
  "%ed%a0%bd%ed%b8%80",
  "%f4%90%80%80",
  "%ff",
  "%",
  "%2",
  "%zz",
  "%u002f",
  "%25",
  "%252f",
  "%252e%252e",
  "+",
  "%20",
  "%0d%0ax:%20y",
  "%7f",
  "%F0%9F%98%80",
  "%CC%81",
  "__proto__",
  "constructor",
  "{id}",
  "%7Bid%7D",
  "*",
  ":",
  "@",
  "~",
  "a.json",
  "a%2Ejson",
];

type Bend = (segments: readonly string[], random: Random) => readonly string[];

function replaced(
  segments: readonly string[],
  random: Random,
  by: (segment: string) => string,
): readonly string[] {
  const chosen = Math.floor(random() * segments.length);
  return segments.map((segment, index) => (index === chosen ? by(segment) : segment));
}

/** Letters as escapes, which changes nothing. */
function escaped(segment: string, random: Random): string {
  return segment.replaceAll(/[A-Za-z0-9._~-]/g, (letter) => {
    const code = letter.charCodeAt(0).toString(16);
    return random() < 0.3 ? `%${random() < 0.5 ? code : code.toUpperCase()}` : letter;
  });
}

const BENDS: readonly [Bend, ...Bend[]] = [
  (segments) => segments,
  (segments, random) => replaced(segments, random, (segment) => escaped(segment, random)),
  (segments, random) => replaced(segments, random, () => oneOf(NASTY, random)),
  (segments, random) => replaced(segments, random, (segment) => segment + oneOf(NASTY, random)),
  (segments, random) => replaced(segments, random, (segment) => oneOf(NASTY, random) + segment),
  (segments, random) =>
    replaced(segments, random, (segment) => `${segment}/${oneOf(NASTY, random)}`),
  (segments, random) =>
    replaced(segments, random, (segment) => `${oneOf(NASTY, random)}/${segment}`),
  (segments, random) => replaced(segments, random, (segment) => segment.toUpperCase()),
];

/** The text of a segment; `undefined` where it is none, or leads elsewhere. */
function textOf(segment: string): string | undefined {
  const bytes = segment.replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  if (/%(?![0-9a-f]{2})/i.test(segment)) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(bytes, "latin1"),
    );
    return text === "." || text === ".." || text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** A template as a regular expression over texts of segments, which are joined by what no text has. */
function fitting({ path }: Operation): RegExp {
  const segments = (path.split("?", 1)[0] ?? "").slice(1).split("/");
  const quote = (text: string): string => RegExp.escape(textOf(text) ?? text);
  const patterns = segments.map((segment) =>
    segment
      .split(/(\{[^{}]+\})/)
      .map((part) => (/^\{[^{}]+\}$/.test(part) ? "[^\0]+?" : quote(part)))
      .join(""),
  );
  return new RegExp(`^${patterns.join("\0")}$`, "u");
}

/** What the values of the parameters say, put back into the template: the texts of the segments. */
function refilled({ path }: Operation, values: ReadonlyMap<string, string>): string {
  const segments = (path.split("?", 1)[0] ?? "").slice(1).split("/");
  return segments
    .map((segment) =>
      segment
        .split(/(\{[^{}]+\})/)
        .map((part) => {
          const name = /^\{([^{}]+)\}$/.exec(part)?.[1];
          return name === undefined
            ? (textOf(part) ?? part)
            : (textOf(values.get(name) ?? "") ?? "");
        })
        .join(""),
    )
    .join("\0");
}

interface Tally {
  readonly complaints: string[];
  readonly counts: Record<string, number>;
}

function judge(operations: readonly Operation[]): Tally {
  const random = createRandom(3);
  const router: Router<{ operation: Operation }> = createRouter(
    operations.map((operation) => ({ operation })),
  );
  const templates = operations.map((operation) => ({ operation, pattern: fitting(operation) }));
  const tally: Tally = { complaints: [], counts: {} };
  for (const operation of operations) {
    const segments = (operation.path.split("?", 1)[0] ?? "")
      .slice(1)
      .replaceAll(/\{[^{}]+\}/g, "a1")
      .split("/");
    for (let round = 0; round < rounds; round += 1) {
      const path = `/${oneOf(BENDS, random)(segments, random).join("/")}`;
      const texts = path.slice(1).split("/").map(textOf);
      const whole = texts.join("\0");
      const fit = texts.includes(undefined)
        ? []
        : templates.filter(({ pattern }) => pattern.test(whole)).map((one) => one.operation);
      const found = router.find(operation.method, path);
      tally.counts[found.type] = (tally.counts[found.type] ?? 0) + 1;
      const complain = (text: string): void => {
        tally.complaints.push(`${operation.method} ${path}: ${text}`);
      };
      if (texts.includes(undefined)) {
        if (found.type !== "malformed") complain(`${found.type} instead of malformed`);
      } else if (found.type === "match") {
        const { operation: reached } = found.route;
        if (!fit.includes(reached)) complain(`led to ${reached.path}`);
        if (reached.method !== operation.method) complain(`led to ${reached.method}`);
        if (refilled(reached, found.path) !== whole) complain("lost or gained something");
      } else if (fit.some(({ method }) => method === operation.method)) {
        complain(
          `${found.type}, though there is ${fit.map(({ path: known }) => known).join(", ")}`,
        );
      } else if ((found.type === "method-not-allowed") !== fit.length > 0) {
        complain(`${found.type}, with ${fit.length} operations of other methods`);
      }
    }
  }
  return tally;
}

const documents = [{ name: "spec/", path: ownSpec.path }, ...corpusDocuments("server/paths")];

describe("a path leads to the operation that it fits, with exactly what it says, or nowhere", () => {
  it.each(documents.map(({ name, path }) => [name, path] as const))("of %s", async (_, path) => {
    const { model } = await readApiAt(path, "/");
    const { complaints, counts } = judge(model.resources.flatMap(({ operations }) => operations));
    expect(complaints.slice(0, 20)).toEqual([]);
    for (const type of ["match", "not-found", "malformed"])
      expect(counts[type]).toBeGreaterThan(20);
  });
});
