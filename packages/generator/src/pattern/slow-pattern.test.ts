import { describe, expect, it } from "vitest";
import { linearPattern } from "../../../runtime/src/validate/linear-pattern.ts";
import { linearProgram } from "./linear-program.ts";
import { parsePattern } from "./parse-pattern.ts";
import { slowPattern } from "./slow-pattern.ts";

describe("slowPattern", () => {
  it.each([
    "(a+)+$",
    "^(a*)*$",
    "^([a-z]+-?)*$",
    "^(?:a|a)*$",
    "^([a-z]|\\w)+$",
    "^((ab?)+)+$",
    "^(a{1,50}){20}$",
    "^(\\s*\\w+\\s*)*$",
    "^(?=x)(a+)+$",
    "((a+))+",
    "(".repeat(300) + "a" + ")".repeat(300) + "+",
  ])("finds %s", (source) => {
    expect(slowPattern(source)).toBeDefined();
  });

  it.each([
    "",
    "^[a-z]+$",
    "^[a-z]{1,100}$",
    "^(foo|bar)*$",
    "^a+b+$",
    "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
    "^(?:\\d+,)*\\d+$",
    "^(\\d{3}-){3}$",
    "^\\(+\\)+$",
    "[(*+]+",
  ])("lets %s pass", (source) => {
    expect(slowPattern(source)).toBeUndefined();
  });
});

const PATTERNS = [
  "(a+)+$",
  "^(a*)*$",
  "^([ab]+-?)*$",
  "^(?:a|ab|b)*$",
  "a|^b|c$",
  "^a{2,3}$",
  "^(ab){2,}$",
  "^[^a]?\\u0061{0,2}.$",
  "\\p{Lu}(?<name>b)*-",
  "^$",
  "",
  "$^",
  "^(?:(a)|-)+?b*$",
];

/** Every text of up to five of these characters. */
const TEXTS = Array.from({ length: 5 }, () => ["a", "b", "-", "A", "\u{1f600}"]).reduce<string[]>(
  (texts, letters) => [
    ...new Set([...texts, ...texts.flatMap((text) => letters.map((letter) => text + letter))]),
  ],
  [""],
);

describe("a linear program", () => {
  it.each(PATTERNS)("says of each text what the engine says: %s", (source) => {
    const program = linearProgram(parsePattern(source));
    if (!program) throw new Error("there is no program");
    const linear = linearPattern(source, program);
    const native = new RegExp(source, "u");
    const differing = TEXTS.filter((text) => linear.test(text) !== native.test(text));
    expect(differing).toEqual([]);
  });

  it("ends where the engine would not", () => {
    const { program = [] } = slowPattern("^(a+)+$") ?? {};
    const start = performance.now();
    expect(linearPattern("", program).test(`${"a".repeat(50_000)}b`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it.each(["(?=a)(a+)+", "(a)\\1", "\\b(a+)+", "(a{1,100}){1,100}"])(
    "is not made of %s",
    (source) => {
      expect(linearProgram(parsePattern(source))).toBeUndefined();
    },
  );
});
