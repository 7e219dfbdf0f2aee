import { join } from "node:path";
import { build } from "esbuild";

/** An entry of this folder as one file that needs nothing; nothing is written. */
export async function bundle(entry: "main" | "worker" | "page"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, `${entry}.ts`)],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    // The program must run wherever there is `fetch`.
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["@specwright/source"],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
