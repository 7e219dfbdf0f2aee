import { describe, expect, it } from "vitest";
import { parseArguments } from "./arguments.ts";
import { wantedReporter } from "./options.ts";

const parse = (line: string) =>
  parseArguments(
    line.split(" ").filter((word) => word !== ""),
    "1.2.3",
  );

describe("parseArguments", () => {
  it("applies defaults", () => {
    expect(parse("generate")).toEqual({
      command: "generate",
      options: {
        reporter: "pretty",
        quiet: false,
        debug: false,
        cache: true,
        targets: [],
        allowRemote: [],
        allowOutside: [],
        overlays: [],
        include: [],
        exclude: [],
        sandbox: {},
      },
    });
  });

  it("takes common options before and after the command", () => {
    const expected = {
      config: "c.ts",
      reporter: "json",
      quiet: true,
      debug: true,
      cache: false,
      jobs: 4,
    };
    const options = "--config c.ts --reporter json --quiet --debug --no-cache --jobs 4";
    expect(parse(`${options} check`)).toMatchObject({ command: "check", options: expected });
    expect(parse(`check ${options}`)).toMatchObject({ command: "check", options: expected });
  });

  it("takes what generate alone takes", () => {
    const line =
      "generate --input a.yaml --output out --target schemas --target client --runtime inline";
    expect(parse(line)).toMatchObject({
      options: {
        input: "a.yaml",
        output: "out",
        targets: ["schemas", "client"],
        runtime: "inline",
      },
    });
  });

  it.each([
    ["inspect coupons.create", { command: "inspect", argument: "coupons.create" }],
    ["explain unresolved-ref", { command: "explain", argument: "unresolved-ref" }],
    ["init", { command: "init" }],
    ["bundle", { command: "bundle", argument: "" }],
    ["bundle a.yaml --output b.json", { argument: "a.yaml", options: { output: "b.json" } }],
    ["lint", { command: "lint", argument: "" }],
    ["lint a.yaml --reporter github", { argument: "a.yaml", options: { reporter: "github" } }],
    ["bundle --input a.yaml", { argument: "", options: { input: "a.yaml" } }],
  ])("understands %j", (line, expected) => {
    expect(parse(line)).toMatchObject(expected);
  });

  it.each(["--help", "-h", "generate --help", "--version --quiet"])(
    "answers %j with text",
    (line) => {
      expect(parse(line)).toMatchObject({
        command: "help",
        text: expect.stringMatching(/generate|1\.2\.3/),
      });
    },
  );

  it.each([
    ["", undefined],
    ["genrate", "generate"],
    ["xyzzy", undefined],
    ["generate --inptu a", "--input"],
    ["--quite generate", "--quiet"],
    ["generate --nothing-like-it", undefined],
    ["generate extra", undefined],
    ["generate --input", undefined],
    ["generate --reporter xml", undefined],
    ["generate --runtime cdn", undefined],
    ["generate --jobs 0", undefined],
    ["generate --jobs many", undefined],
    ["inspect", undefined],
    ["inspect a b", undefined],
    ["init --input a", undefined],
    ["bundle a b", undefined],
    ["bundle --target client", undefined],
  ])("refuses %j, guessing %j", (line, guess) => {
    const parsed = parse(line);
    expect(parsed).toMatchObject({ command: "wrong", diagnostic: { code: "wrong-command-line" } });
    const hint = parsed.command === "wrong" ? parsed.diagnostic.hint : undefined;
    if (guess === undefined) expect(hint).not.toContain("did you mean");
    else expect(hint).toBe(`did you mean "${guess}"?`);
  });
});

describe("wantedReporter", () => {
  it.each([
    [["genrate", "--reporter", "json"], "json"],
    [["--reporter=github", "x"], "github"],
    [["--reporter=xml"], "pretty"],
    [["json"], "pretty"],
    [[], "pretty"],
  ])("of %j is %s", (argv, expected) => {
    expect(wantedReporter(argv)).toBe(expected);
  });
});
