import { describe, expect, it } from "vitest";
import {
  escapePointer,
  isObject,
  Issues,
  maxLength,
  ValidationError,
  validator,
  type Validator,
} from "./index.ts";
import { pointerPath } from "./pointer.ts";
import { quote } from "./quote.ts";

interface Tree {
  name: string;
  children?: Tree[];
}

function isTree(value: unknown): value is Tree {
  if (!isObject<Tree>(value)) return false;
  if (typeof value.name !== "string" || !maxLength(value.name, 5)) return false;
  return (
    value.children === undefined || (Array.isArray(value.children) && value.children.every(isTree))
  );
}

function explainTree(value: unknown, issues: Issues, at: string): void {
  if (!isObject<Tree>(value)) return issues.expected(at, "an object", value);
  if (value.name === undefined) issues.missing(`${at}/name`);
  else if (typeof value.name !== "string") issues.expected(`${at}/name`, "a string", value.name);
  else if (!maxLength(value.name, 5))
    issues.broken(`${at}/name`, "maxLength", "at most 5 characters", value.name);
  if (Array.isArray(value.children)) {
    value.children.forEach((child, index) => explainTree(child, issues, `${at}/children/${index}`));
  }
}

const tree: Validator<Tree> = validator("Tree", isTree, explainTree);

describe("a validator", () => {
  it("finds nothing wrong with a right value", () => {
    const value: unknown = { name: "a", children: [{ name: "b" }] };
    expect(tree.is(value)).toBe(true);
    expect(tree.issues(value)).toEqual([]);
    expect(() => tree.assert(value)).not.toThrow();
    expect(tree["~standard"].validate(value)).toEqual({ value });
  });

  it("lists everything that is wrong, in the order of the schema", () => {
    const value = { name: 1, children: [{ name: "abcdef" }, {}, null] };
    expect(tree.issues(value)).toEqual([
      { pointer: "/name", path: ["name"], keyword: "type", message: "expected a string, got 1" },
      {
        pointer: "/children/0/name",
        path: ["children", 0, "name"],
        keyword: "maxLength",
        message: 'expected at most 5 characters, got "abcdef"',
      },
      {
        pointer: "/children/1/name",
        path: ["children", 1, "name"],
        keyword: "required",
        message: "is required",
      },
      {
        pointer: "/children/2",
        path: ["children", 2],
        keyword: "type",
        message: "expected an object, got null",
      },
    ]);
  });

  it("throws an error that names the schema and the first few places", () => {
    const value = { name: 1, children: Array.from({ length: 9 }, () => ({})) };
    const failure = thrown(() => tree.assert(value));
    expect(failure).toBeInstanceOf(ValidationError);
    expect(failure).toMatchObject({ name: "ValidationError", schema: "Tree" });
    expect(failure.issues).toHaveLength(10);
    expect(failure.message).toBe(
      [
        "This is not a valid Tree:",
        "  /name: expected a string, got 1",
        "  /children/0/name: is required",
        "  /children/1/name: is required",
        "  /children/2/name: is required",
        "  /children/3/name: is required",
        "  and 5 more",
      ].join("\n"),
    );
  });

  it("points at the whole value in words", () => {
    expect(thrown(() => tree.assert([])).message).toContain(
      "(the whole): expected an object, got an array",
    );
  });

  it("refuses what its guard refuses, even if the walk has nothing to say", () => {
    const never: Validator<string> = validator(
      "Never",
      (value): value is string => value === never,
      () => undefined,
    );
    expect(never.issues(1)).toMatchObject([{ message: "expected a valid Never, got 1" }]);
    expect(() => never.assert(1)).toThrow(ValidationError);
  });

  it("is a Standard Schema", () => {
    const standard = tree["~standard"];
    expect([standard.version, standard.vendor]).toEqual([1, "specwright"]);
    expect(standard.validate({})).toMatchObject({ issues: [{ path: ["name"] }] });
  });

  it("takes data that is nested a thousand levels deep", () => {
    let deep: Tree = { name: "leaf" };
    for (let level = 0; level < 1000; level += 1) deep = { name: "a", children: [deep] };
    expect(tree.is(deep)).toBe(true);
  });
});

describe("issues", () => {
  it("stop at the cap", () => {
    const issues = new Issues(3);
    for (let index = 0; index < 10; index += 1) issues.missing(`/${index}`);
    expect(issues.list.map(({ pointer }) => pointer)).toEqual(["/0", "/1", "/2"]);
    expect(issues.full).toBe(true);
  });

  it("stop at 1,000 by default", () => {
    const issues = new Issues();
    for (let index = 0; index < 2_000; index += 1) issues.unexpected("/a");
    expect(issues.list).toHaveLength(1_000);
  });

  it("stop when long keys would fill the memory", () => {
    const issues = new Issues();
    const key = "k".repeat(400_000);
    for (let index = 0; index < 10; index += 1) issues.missing(`/${key}/${index}`);
    expect(issues.list).toHaveLength(2);
    expect(issues.full).toBe(true);
  });
});

describe("quoted values", () => {
  it.each([
    ["a", '"a"'],
    ["", '""'],
    ["x".repeat(38), `"${"x".repeat(38)}"`],
    ["x".repeat(39), `"${"x".repeat(37)}…"`],
    ["\u001b[2J\u202e\u009b", '"\\u001b[2J\ufffd\ufffd"'],
    [undefined, "nothing"],
    [null, "null"],
    [1.5, "1.5"],
    [false, "false"],
    [[1], "an array"],
    [{ a: 1 }, "an object"],
    [() => 1, "a function"],
  ])("%j is told as %s", (value, expected) => {
    expect(quote(value)).toBe(expected);
  });

  it("are never longer than 40 characters and never cut a code point in two", () => {
    for (let length = 0; length < 60; length += 1) {
      for (const text of ["💶".repeat(length), `a${"💶".repeat(length)}`, "\n".repeat(length)]) {
        expect(quote(text).length).toBeLessThanOrEqual(40);
        expect(quote(text)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
      }
    }
    expect(quote(10n ** 80n).length).toBe(40);
  });
});

describe("pointers", () => {
  it.each(["", "a", "a/b", "~", "~1", "0", "01", "__proto__", "1e3", "💶"])(
    "keep the key %j",
    (key) => {
      expect(pointerPath(`/x/${escapePointer(key)}`).map(String)).toEqual(["x", key]);
    },
  );

  it("have numbers for array indexes alone", () => {
    expect(pointerPath("/items/0/01/12")).toEqual(["items", 0, "01", 12]);
    expect(pointerPath("")).toEqual([]);
  });
});

function thrown(run: () => void): ValidationError {
  try {
    run();
  } catch (error) {
    if (error instanceof ValidationError) return error;
  }
  throw new Error("no ValidationError was thrown");
}
