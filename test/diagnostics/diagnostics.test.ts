import { existsSync, globSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand, temporaryFolder, type Ran } from "../helpers/command.ts";
import { updatesGolden } from "../helpers/golden.ts";
import { layOut, MISTAKES, type Mistake } from "./beside-the-spec.ts";

/** One folder per mistake: a spec that makes it, and what the command says about that. */
const folder = import.meta.dirname;
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

const catalog = join(folder, "../../packages/generator/src/diagnostics/catalog");
const codesIn = (file: string): string[] =>
  [...readFileSync(join(catalog, file), "utf8").matchAll(/code: "([^"]*)"/g)].map(
    ([, code = ""]) => code,
  );
const codes = globSync("*.ts", { cwd: catalog }).flatMap(codesIn);
const lintCodes = codesIn("lint.ts");

/** Runs `specwright generate` on the spec of a folder, from within that folder; for what only `lint` finds, that. */
async function play(name: string): Promise<Ran & { readonly wrote: boolean }> {
  const cwd = join(folder, name);
  const input = existsSync(join(cwd, "spec.json")) ? "spec.json" : "spec.yaml";
  const output = join(temporaryFolder(), "out");
  const line = lintCodes.includes(name)
    ? ["lint", input]
    : ["generate", "--input", input, "--output", output, "--no-cache"];
  return { ...(await runCommand(line, cwd)), wrote: existsSync(output) };
}

/** What a mistake beside the spec is answered with. */
async function make(mistake: Mistake): Promise<Ran> {
  const cwd = temporaryFolder();
  const cache = { XDG_CACHE_HOME: join(temporaryFolder(), "cache") };
  const [last = "", ...before] = mistake.run.split("; ").reverse();
  layOut(cwd, mistake);
  for (const line of before.reverse()) await runCommand(line.split(" "), cwd, cache);
  mistake.before?.(cwd);
  return runCommand(last.split(" "), cwd, cache);
}

describe("a mistake in a spec", () => {
  it.each(cases.filter((name) => !lintCodes.includes(name)))("%s is told as expected, and an error lets nothing be written", async (name) => {
    const { code, stderr, stdout, wrote } = await play(name);
    const file = join(folder, name, "stderr.txt");
    if (updatesGolden()) writeFileSync(file, stderr);
    expect(stderr).toBe(readFileSync(file, "utf8"));

    const hasErrors = / error [a-z-]+$/m.test(stderr);
    expect({ code, wrote }).toEqual({ code: hasErrors ? 2 : 0, wrote: !hasErrors });
    if (hasErrors) expect(stdout).toBe("");
  });

  it.each(lintCodes)("%s is told by lint as expected", async (name) => {
    const { code, stderr, stdout } = await play(name);
    const file = join(folder, name, "stderr.txt");
    if (updatesGolden()) writeFileSync(file, stderr);
    expect(stderr).toBe(readFileSync(file, "utf8"));
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });

  it.each(cases.filter((name) => codes.includes(name)))(
    "%s is told by the code its folder is named after",
    (name) => {
      const told = readFileSync(join(folder, name, "stderr.txt"), "utf8");
      const named = [...told.matchAll(/(?: error| warning) ([a-z-]+)$/gm)].map(([, code]) => code);
      expect(named).toContain(name);
    },
  );

  it("is one of five when there are five, each with its place", () => {
    const told = readFileSync(join(folder, "five-mistakes/stderr.txt"), "utf8");
    const places = told.match(/^[\w./]+:\d+:\d+ error [a-z-]+$/gm) ?? [];
    expect(new Set(places.map((place) => place.split(" ").at(-1))).size).toBe(5);
  });
});

describe("a mistake beside the spec", () => {
  it.each(MISTAKES)("$code is told by `specwright $run`", async (mistake) => {
    const { code, stderr } = await make(mistake);
    expect(stderr).toMatch(new RegExp(`^(?:\\S+ )?(?:error|warning) ${mistake.code}$`, "m"));
    expect(stderr).toContain(mistake.says);
    expect(code).toBe(mistake.exit);
  });
});

describe("the catalog", () => {
  it("has a case for every code, and no case has a code that is gone", () => {
    const played = [...cases, ...MISTAKES.map(({ code }) => code)];
    expect(codes.filter((code) => !played.includes(code))).toEqual([]);
    expect(played.filter((code) => !codes.includes(code))).toEqual(["five-mistakes", "many-files"]);
  });
});
