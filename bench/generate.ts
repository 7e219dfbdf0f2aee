import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, type Row } from "./row.ts";

const root = join(import.meta.dirname, "..");
const command = join(root, "packages/generator/bin/specwright.js");
const corpus = process.env["SPECWRIGHT_CORPUS"] ?? join(root, "../shared/corpus");

const DOCUMENTS = {
  "spec/, 4 operations": join(root, "spec/openapi.yaml"),
  "4 MB, 403 operations": join(corpus, "payments-api/2022-03-23.json"),
};

/** Whole SDKs, cold and with nothing to do, against the start of node. Wall time of whole processes. */
export async function generate(): Promise<readonly Row[]> {
  const node = time(["-e", "0"]);
  const rows = [row("specwright --version", time([command, "--version"]), node)];
  for (const [name, input] of Object.entries(DOCUMENTS)) {
    if (!existsSync(input)) {
      console.warn(`SKIPPED: ${name}: the corpus is not there`);
      continue;
    }
    const output = mkdtempSync(join(tmpdir(), "specwright-bench-"));
    const run = [command, "generate", "--input", input, "--output", output];
    rows.push(row(`${name}: cold`, time([...run, "--no-cache"], 3), node));
    rows.push(row(`${name}: nothing changed`, time(run), node));
    rmSync(output, { recursive: true });
  }
  return rows;
}

function row(what: string, ours: number, node: number): Row {
  const ms = (figure: number): string => `${figure.toFixed(0)} ms`;
  return {
    what,
    ours: ms(ours),
    against: `node -e 0: ${ms(node)}`,
    ratio: (ours / node).toFixed(1),
  };
}

// The first run warms the disk and is not counted.
function time(argv: readonly string[], runs = 7): number {
  const figures = Array.from({ length: runs + 1 }, () => {
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [...argv], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return performance.now() - began;
  });
  return median(figures.slice(1));
}
