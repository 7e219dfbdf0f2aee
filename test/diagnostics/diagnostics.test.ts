import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { updatesGolden } from "../helpers/golden.ts";
import { runCommand, temporaryFolder } from "../helpers/command.ts";

/** One folder per mistake: a spec that makes it, and what the command says about that. */
const folder = import.meta.dirname;
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** Runs `specwright generate` on the spec of a folder, from within that folder. */
async function play(name: string) {
  const cwd = join(folder, name);
  const input = existsSync(join(cwd, "spec.json")) ? "spec.json" : "spec.yaml";
  const output = join(temporaryFolder(), "out");
  const line = ["generate", "--input", input, "--output", output, "--no-cache"];
  return { ...(await runCommand(line, cwd)), wrote: existsSync(output) };
}

describe("a spec with a mistake", () => {
  it("stands in a folder of its own", () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases)("%s: is told what is wrong, and nothing is written on an error", async (name) => {
    const { code, stderr, stdout, wrote } = await play(name);
    const file = join(folder, name, "stderr.txt");
    if (updatesGolden()) writeFileSync(file, stderr);
    expect(stderr).toBe(readFileSync(file, "utf8"));

    const hasErrors = / error [a-z-]+$/m.test(stderr);
    expect({ code, wrote }).toEqual({ code: hasErrors ? 2 : 0, wrote: !hasErrors });
    if (hasErrors) expect(stdout).toBe("");
  });
});
