import type { Config } from "./config.ts";
import { TARGET_NAMES } from "./targets.ts";

/** What `--input SPEC --output DIR` stands for: one package, a folder for each target. The root is DIR. */
export function commandLineConfig(input: string): Config {
  return {
    input,
    packages: [{ dir: ".", targets: Object.fromEntries(TARGET_NAMES.map((name) => [name, name])) }],
  };
}
