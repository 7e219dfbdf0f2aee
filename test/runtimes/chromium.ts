import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findProgram, home } from "./programs.ts";

/** The Chromium of this machine, or the packed one that was fetched, unpacked; `undefined` where there is none. */
export async function chromiumProgram(): Promise<string | undefined> {
  const packed = join(home, "node_modules/chromium/build/esm/index.js");
  if (!existsSync(packed)) return findProgram("chromium");
  const { default: chromium } = await import(pathToFileURL(packed).href);
  return chromium.executablePath();
}
