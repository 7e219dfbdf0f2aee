import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isFormat } from "../../packages/runtime/src/validate/index.ts";
import { corpusSuite } from "../helpers/corpus.ts";
import { generateFrom, ONE_FOLDER } from "../helpers/generate.ts";
import { compile } from "../helpers/tsc.ts";
import { lay, workbench } from "../helpers/workbench.ts";
import { readSuite, type Draft, type SuiteFile } from "./json-schema-suite.ts";

/** What the suite asks and we do not do, each with its reason. */
const MISSES: readonly string[] = [
  // A schema of schemas may leave out whole vocabularies, and then `minimum` has no meaning. No API does so; whoever
  // writes `minimum` means it.
  "vocabulary: schema that uses custom metaschema with with no validation vocabulary: no validation: invalid number, but it still validates",
];

/** How many cases the required parts have: fewer would mean that some were not played. */
const DRAFTS: readonly (readonly [draft: Draft, cases: number])[] = [
  ["draft2020-12", 1299],
  ["draft7", 927],
];

interface Played {
  /** Names of cases with the wrong verdict. */
  readonly missed: readonly string[];
  readonly count: number;
}

interface CaseValidator {
  is(value: unknown): boolean;
  issues(value: unknown): readonly unknown[];
}

async function play(file: SuiteFile, folder: string): Promise<Played> {
  const { files } = await generateFrom({ "openapi.json": file.document }, "openapi.json", {
    ...ONE_FOLDER,
    runtime: "inline",
  });
  lay(join(folder, file.name), files);
  const validators: Readonly<Record<string, CaseValidator>> = await import(
    join(folder, file.name, "validators/index.ts")
  );
  const missed = file.cases.filter(({ component, value, valid }) => {
    const validator = validators[`${component[0]?.toLowerCase()}${component.slice(1)}Validator`];
    const issues = validator?.issues(value).length ?? -1;
    return validator?.is(value) !== valid || (issues === 0) !== valid;
  });
  return { missed: missed.map(({ name }) => name), count: file.cases.length };
}

const suite = corpusSuite("judges/json-schema-suite", "json-schema");

describe.skipIf(suite === undefined)(
  "validators give the verdict of the JSON-Schema-Test-Suite",
  () => {
    it.each(DRAFTS)("on every required case of %s, but for listed ones", async (draft, cases) => {
      const folder = workbench("suite");
      const missed: string[] = [];
      let count = 0;
      for (const file of readSuite(suite ?? "", draft)) {
        const played = await play(file, folder);
        missed.push(...played.missed);
        count += played.count;
      }
      const share = ((count - missed.length) / count) * 100;
      console.log(`${draft}: ${count - missed.length} of ${count} cases, ${share.toFixed(2)} %`);
      expect(count).toBe(cases);
      expect(missed.filter((name) => !MISSES.includes(name))).toEqual([]);
      expect(await compile(folder, "typescript-7")).toEqual([]);
    });
  },
);

/** Formats of names that are not ASCII: texts have them whatever they are. */
const INTERNATIONAL = /^i(?:dn|ri)-?/;

/** What a label in Punycode stands for is not asked: that would take tables of all scripts. */
const OF_PUNYCODE = /A-label|uri-template: a double dot/;

describe.skipIf(suite === undefined)("formats as assertions give the verdict of the suite", () => {
  const folder = join(suite ?? "", "tests/draft2020-12/optional/format");
  const files = suite === undefined ? [] : readdirSync(folder);

  it.each(files.filter((file) => !INTERNATIONAL.test(file)))("on %s", (file) => {
    const groups: readonly FormatGroup[] = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const missed = groups.flatMap(({ description: group, schema, tests }) =>
      tests
        .filter(({ data, valid }) => isFormat(data, schema.format ?? "") !== valid)
        .map(({ description }) => `${group}: ${description}`),
    );
    expect(missed.filter((name) => !OF_PUNYCODE.test(name))).toEqual([]);
  });
});

interface FormatGroup {
  readonly description: string;
  readonly schema: { readonly format?: string };
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}
