import { describe, expect, it } from "vitest";
import { jsonMembers, jsonRoot } from "./json-members.ts";
import { findSyntaxProblem } from "./json-syntax.ts";
import type { Span } from "./text-location.ts";

const VALUES: unknown[] = [
  {},
  [],
  0,
  "text",
  null,
  { a: 1, b: [true, { c: null }], "": "", "\\": '"', '"': "\\\\", "é\n": "{[" },
  [[], [[1e21, -0.5]], {}, "]", '\\"'],
  { __proto__: null, toString: { valueOf: [1] } },
];

/** Rebuilds the value from what `jsonMembers` finds, as a stand-in for reading it at each place. */
function rebuild(text: string, span: Span): unknown {
  const slice = text.slice(span.start, span.end);
  const members = jsonMembers(text, span);
  if (slice.startsWith("[")) return members.map(({ value }) => rebuild(text, value));
  if (!slice.startsWith("{")) return JSON.parse(slice);
  return Object.fromEntries(members.map(({ key, value }) => [key, rebuild(text, value)]));
}

describe("jsonMembers", () => {
  const texts = VALUES.flatMap((value) =>
    [0, 1, "\t"].map((space) => JSON.stringify(value, null, space)),
  );

  it.each([...texts, ' {"a" : 1 ,"b":[ 1 , 2 ] } '])("finds every value of %j", (text) => {
    expect(rebuild(text, jsonRoot(text))).toEqual(JSON.parse(text));
  });

  it("gives repeated names as often as they stand", () => {
    const text = '{"a":1,"a":2}';
    expect(jsonMembers(text, jsonRoot(text)).map(({ key }) => key)).toEqual(["a", "a"]);
  });
});

describe("findSyntaxProblem", () => {
  it("finds nothing in what JSON.parse accepts", () => {
    for (const value of VALUES)
      expect(findSyntaxProblem(JSON.stringify(value, null, 1))).toBeUndefined();
  });

  it("agrees with JSON.parse on every text with one character removed or put in", () => {
    const text = JSON.stringify(VALUES);
    for (let at = 0; at < text.length; at += 1) {
      for (const part of ["", ",", "}", '"', "\\", "1", "\n"]) {
        const changed = text.slice(0, at) + part + text.slice(at + 1);
        expect([changed, findSyntaxProblem(changed) === undefined]).toEqual([
          changed,
          isJson(changed),
        ]);
      }
    }
  });

  it.each([
    ['{"a": 1,}', 8, "a name in double quotes"],
    ["[1,]", 3, "a value"],
    ["[1}", 2, '"," or "]"'],
    ['{"a": 1]', 7, '"," or "}"'],
    ["{a: 1}", 1, 'a name in double quotes or "}"'],
    ["1 2", 2, "nothing more"],
    ["[", 1, 'a value or "]"'],
    ['"a\nb"', 0, "a value"],
  ])("finds in %j at %i that %s was expected", (text, offset, expected) => {
    expect(findSyntaxProblem(text)).toEqual({ offset, expected });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
