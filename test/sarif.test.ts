import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { Finding } from "../packages/generator/src/diagnostics/finding.ts";
import { formatFindingsSarif } from "../packages/generator/src/diagnostics/format-sarif.ts";
import { runCommand, temporaryFolder } from "./helpers/command.ts";

// It names draft 4, of which it has nothing that later drafts read otherwise.
const {
  $schema: _draft,
  id: _id,
  ...schema
}: Readonly<Record<string, unknown>> = createRequire(import.meta.url)(
  "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
);
// Formats only tell what a text is, and one pattern is written for engines without the flag "u".
const options = { strict: false, validateFormats: false, unicodeRegExp: false };
const isSarif = new Ajv(options).compile(schema);

function check(text: string): {
  readonly runs: readonly [{ readonly results: readonly unknown[] }];
} {
  const log = JSON.parse(text);
  expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
  return log;
}

function finding(file: string, message: string): Finding {
  return {
    diagnostic: { code: "wrong-type", severity: "warning", message, at: { file, pointer: "/a" } },
    location: { file, line: 2, column: 3, length: 0 },
  };
}

describe("--reporter sarif", () => {
  it("tells every mistake with its place, file and pointer", async () => {
    const cwd = join(import.meta.dirname, "diagnostics/many-files");
    const output = join(temporaryFolder(), "out");
    const line = `generate --input spec.yaml --output ${output} --no-cache --reporter sarif`;
    const { code, stderr } = await runCommand(line.split(" "), cwd);
    const { results } = check(stderr).runs[0];
    const told = readFileSync(join(cwd, "stderr.txt"), "utf8");
    expect(code).toBe(2);
    expect(results).toHaveLength(told.match(/^\S+:\d+:\d+ \w+ [a-z-]+$/gm)?.length ?? 0);
    expect(results).toContainEqual({
      ruleId: "exclusive-fields",
      ruleIndex: 0,
      level: "error",
      message: {
        text: 'A Parameter Object has either "example" or "examples", not both. Hint: remove one of the two',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "schemas/parameters.json" },
            region: { startLine: 6, startColumn: 5, endColumn: 15 },
          },
          logicalLocations: [{ fullyQualifiedName: "#/limit/examples" }],
        },
      ],
    });
  });

  it("is one document when there is nothing to say, and when the command line is wrong", async () => {
    const cwd = temporaryFolder();
    const spec = {
      openapi: "3.1.0",
      info: { title: "A", version: "1" },
      paths: { "/a": { get: { responses: { "204": { description: "None." } } } } },
    };
    writeFileSync(join(cwd, "spec.json"), JSON.stringify(spec));
    const line = "generate --input spec.json --output out --reporter sarif";
    const cache = { XDG_CACHE_HOME: join(cwd, "cache") };
    for (const _ of ["first", "again"]) {
      const { code, stderr } = await runCommand(line.split(" "), cwd, cache);
      expect(check(stderr).runs[0].results).toEqual([]);
      expect(code).toBe(0);
    }
    const { stderr } = await runCommand(["generate", "--reporter", "sarif", "--nothing"], cwd);
    expect(check(stderr).runs[0].results).toHaveLength(1);
  });

  it.each([
    ["a b/ä%.yaml", "a%20b/%C3%A4%25.yaml"],
    ["../spec.yaml", "../spec.yaml"],
    ["/etc/spec.yaml", "file:///etc/spec.yaml"],
    ["https://example.com/a%20b.yaml", "https://example.com/a%20b.yaml"],
    ["a\ud800.yaml", "a%EF%BF%BD.yaml"],
  ])("writes the file %j as %s", (file, uri) => {
    const text = formatFindingsSarif([finding(file, "Wrong.")]);
    expect(check(text).runs[0].results).toMatchObject([
      { locations: [{ physicalLocation: { artifactLocation: { uri } } }] },
    ]);
  });

  it("lets no text of a spec become a link, a placeholder or a command of a terminal", () => {
    const text = formatFindingsSarif([
      finding("a.yaml", "[here](https://evil.example) {0} \u001b[31m\u009b\u202e"),
    ]);
    const [result] = check(text).runs[0].results;
    expect(result).toMatchObject({
      message: { text: expect.stringMatching(/^\[here\] \(https:\S+ \{\{0\}\} [\x20-\x7e]+$/) },
    });
    expect(text.trimEnd()).toMatch(/^[\x20-\x7e]*$/);
  });
});
