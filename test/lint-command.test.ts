import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand, temporaryFolder, type Ran } from "./helpers/command.ts";

const CLEAN = `openapi: 3.1.0
info: { title: Shop API, version: "1" }
tags: [{ name: Coupons, description: What makes a price smaller. }]
paths:
  /coupons:
    get:
      operationId: coupons.list
      tags: [Coupons]
      summary: Lists coupons.
      responses: { "204": { description: Nothing to tell. } }
`;
const BARE = CLEAN.replace("      summary: Lists coupons.\n", "");
const BROKEN = BARE.replace("tags: [Coupons]", "parameters: 1");

/** Runs a command in a folder with these files. */
async function run(line: string, files: Readonly<Record<string, string>>): Promise<Ran> {
  const cwd = temporaryFolder();
  for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text);
  return runCommand(line.split(" "), cwd);
}

describe("specwright lint", () => {
  it.each(["lint spec.yaml", "lint --input spec.yaml", "lint"])(
    "says of a clean spec that there is nothing to mend: %s",
    async (line) => {
      const packages = [{ dir: "out", targets: { schemas: "schemas" } }];
      const config = JSON.stringify({ input: "spec.yaml", packages });
      const files = { "spec.yaml": CLEAN, "specwright.config.json": config };
      const { code, stdout, stderr } = await run(line, files);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toMatch(/^Nothing to mend: 1 file \(\d+\.\d\d s\)\n$/);
    },
  );

  it("says nothing of it when it is to be quiet", async () => {
    const said = await run("lint spec.yaml --quiet", { "spec.yaml": CLEAN });
    expect(said).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("ends with 1 when it found something", async () => {
    const { code, stdout, stderr } = await run("lint spec.yaml", { "spec.yaml": BARE });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^spec\.yaml:6:5 warning operation-without-summary\n/);
  });

  it("tells it to GitHub and to programs, too", async () => {
    const github = await run("lint spec.yaml --reporter github", { "spec.yaml": BARE });
    expect(github.stderr).toMatch(/^::warning file=spec\.yaml,line=6,col=5/);
    const json = await run("lint spec.yaml --reporter json", { "spec.yaml": BARE });
    expect(JSON.parse(json.stderr)).toMatchObject({
      diagnostics: [{ code: "operation-without-summary", file: "spec.yaml", line: 6, column: 5 }],
    });
    const clean = await run("lint spec.yaml --reporter json", { "spec.yaml": CLEAN });
    expect(JSON.parse(clean.stdout)).toEqual({ command: "lint", files: 1 });
  });

  it("ends with 2 when the spec has errors, and tells nothing else", async () => {
    const { code, stderr } = await run("lint spec.yaml", { "spec.yaml": BROKEN });
    expect(code).toBe(2);
    expect(stderr).toContain("error wrong-type");
    expect(stderr).not.toContain("operation-without-summary");
  });

  it.each([
    ["lint", "no-config"],
    ["lint gone.yaml", "input-not-found"],
    ["lint spec.yaml --input spec.yaml", "wrong-command-line"],
    ["lint spec.yaml other.yaml", "wrong-command-line"],
  ])("ends with 3 when there is no spec to lint: %s", async (line, expected) => {
    const { code, stderr } = await run(line, { "spec.yaml": CLEAN });
    expect(code).toBe(3);
    expect(stderr).toContain(`error ${expected}\n`);
  });

  it("touches nothing", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "spec.yaml"), BARE);
    await runCommand(["lint", "spec.yaml"], cwd);
    expect(readFileSync(join(cwd, "spec.yaml"), "utf8")).toBe(BARE);
    expect(readdirSync(cwd)).toEqual(["spec.yaml"]);
  });
});
