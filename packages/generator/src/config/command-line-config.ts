import type { Config } from "./config.ts";
import { TARGET_NAMES } from "./targets.ts";

/**
 * What `--input SPEC --output DIR` stands for: one package, a folder for each target. The root is DIR.
 *
 * @param targets Default: the built-in ones.
 */
export function commandLineConfig(
  input: string,
  targets: readonly string[] = TARGET_NAMES,
): Config {
  return {
    input,
    packages: [{ dir: ".", targets: Object.fromEntries(targets.map((name) => [name, name])) }],
  };
}
