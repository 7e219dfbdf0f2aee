import { existsSync } from "node:fs";
import { join } from "node:path";

const NAMES = ["ts", "mts", "mjs", "js", "json"].map((ending) => `specwright.config.${ending}`);

/** The first of `specwright.config.{ts,mts,mjs,js,json}` that is in `folder`; absolute. */
export function findConfig(folder: string): string | undefined {
  return NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
}
