import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../helpers/command.ts";
import { createBoundedCommand } from "./bounded-command.ts";
import {
  CHAINS,
  CIRCLES,
  DEEP,
  ENTANGLED,
  EVALUATED,
  NUMBERS,
  WIDE,
  YAML,
  type BoundsCase,
} from "./bounds-cases.ts";

/** A document may take that long on a machine that does nothing else; ours may be busy. Seconds. */
const SECONDS = 10 * Number(process.env["SPECWRIGHT_PATIENCE"] ?? 3);

const command = createBoundedCommand();
afterAll(() => command.close());

const groups: readonly (readonly [string, readonly BoundsCase[]])[] = [
  ["depth", DEEP],
  ["circles", CIRCLES],
  ["chains", CHAINS],
  ["unevaluated members", EVALUATED],
  ["entangled", ENTANGLED],
  ["width", WIDE],
  ["YAML", YAML],
  ["numbers", NUMBERS],
];

describe.each(groups)("bounds: %s", (_group, cases) => {
  it.each(cases)("$name: ends in $ends", { timeout: 2000 * SECONDS }, async (one) => {
    const cwd = temporaryFolder();
    const file = `openapi.${one.ending ?? "json"}`;
    writeFileSync(join(cwd, file), one.text());
    const argv = ["generate", "--input", file, "--output", "out"];
    const { code, stderr } = await command.run(argv, cwd, SECONDS);
    // 70 is a bug of ours: a crash, a stack that is full.
    expect([0, 2], stderr.slice(0, 2000)).toContain(code);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    if (one.ends === "output")
      expect(stderr.replace(/warning/g, "")).not.toMatch(/ error [a-z-]+$/m);
    if (code === 0) return expect(readdirSync(join(cwd, "out"))).not.toEqual([]);
    expect(existsSync(join(cwd, "out"))).toBe(false);
    if (one.ends !== "anything") expect(stderr).toContain(` error ${one.ends}\n`);
  });
});
