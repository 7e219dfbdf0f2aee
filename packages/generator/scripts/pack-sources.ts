/**
 * Puts what the published package carries beside its own code there for packing, and takes it away afterwards:
 * the built-in templates, and the runtime's source for `--runtime inline`.
 *
 * In the repository both are read from their places, so no copy may stay: it would hide every later change.
 */
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";

const home = join(import.meta.dirname, "..");
const repository = join(home, "../..");
const COPIES: readonly (readonly [from: string, to: string])[] = [
  [join(repository, "templates"), join(home, "templates")],
  [join(repository, "packages/runtime/src"), join(home, "runtime")],
];

const [action] = process.argv.slice(2);
for (const [, copy] of COPIES) rmSync(copy, { recursive: true, force: true });
if (action === "put") {
  if (!existsSync(join(home, "dist/index.js"))) {
    throw new Error("There is nothing to pack yet: run `pnpm build` first.");
  }
  for (const [from, copy] of COPIES) {
    cpSync(from, copy, { recursive: true, filter: (path) => !path.endsWith(".test.ts") });
  }
}
