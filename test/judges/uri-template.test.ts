import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writePath } from "../../packages/runtime/src/serialize/path.ts";
import { writeQuery } from "../../packages/runtime/src/serialize/query.ts";
import { corpusSuite } from "../helpers/corpus.ts";

// The styles of OpenAPI are operators of URI templates (RFC 6570), so the cases of these hold our encoder.

interface Case {
  readonly template: string;
  /** Several where the order of keys is left open. */
  readonly expected: readonly string[];
  readonly name: string;
  readonly value: unknown;
}

type Suite = Readonly<
  Record<
    string,
    {
      readonly variables: Readonly<Record<string, unknown>>;
      readonly testcases: readonly (readonly [template: string, expected: unknown])[];
    }
  >
>;

/** One variable in one expression, with an operator that a style has; a prefix `:n` has no counterpart. */
const ONE = /^\{([;.?]?)([\w%]+)(\*?)\}$/;

function readCases(folder: string): Case[] {
  return ["spec-examples.json", "spec-examples-by-section.json", "extended-tests.json"].flatMap(
    (file) => {
      const suite: Suite = JSON.parse(readFileSync(join(folder, file), "utf8"));
      return Object.values(suite).flatMap(({ variables, testcases }) =>
        testcases.flatMap(([template, expected]) => {
          const name = ONE.exec(template)?.[2];
          if (name === undefined || !Object.hasOwn(variables, name)) return [];
          const texts = Array.isArray(expected) ? expected.map(String) : [String(expected)];
          return [{ template, expected: texts, name, value: variables[name] }];
        }),
      );
    },
  );
}

/** What our encoder writes; `undefined` where it refuses, which a template would leave out. */
function written({ template, name, value }: Case): string | undefined {
  const [, operator = "", , star = ""] = ONE.exec(template) ?? [];
  const explode = star === "*";
  try {
    switch (operator) {
      case ".":
        return writePath(name, value, "label", explode);
      case ";":
        return writePath(name, value, "matrix", explode);
      case "?":
        return writeQuery(
          { name, in: "query", style: "form", explode },
          value ?? undefined,
        ).replace("&", "?");
      default:
        return writePath(name, value, "simple", explode);
    }
  } catch {
    return undefined;
  }
}

const suite = corpusSuite("judges/uri-template", "uri-template");

describe.skipIf(suite === undefined)("the cases of RFC 6570", () => {
  const cases = suite === undefined ? [] : readCases(suite);

  it("are there", () => {
    expect(cases.length).toBeGreaterThan(50);
  });

  it.each(cases)("$template with $value", (one) => {
    const text = written(one);
    // An empty path parameter is refused: the request would go to another operation.
    if (text === undefined) expect(one.expected).toContainEqual(expect.stringMatching(/^[.;]?$/));
    else expect(one.expected).toContain(text);
  });
});
