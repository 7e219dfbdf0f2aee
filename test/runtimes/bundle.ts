import { join } from "node:path";
import { build } from "esbuild";

/**
 * An entry of this folder as one file that needs nothing but what the runtime has; nothing is written.
 *
 * @param condition By which packages know the runtime, in their `exports`.
 */
export async function bundle(
  entry: "main" | "worker" | "page",
  condition: string,
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, `${entry}.ts`)],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["@specwright/source", condition],
    external: ["node:*"],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
