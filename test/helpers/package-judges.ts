import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { problemKindInfo } from "@arethetypeswrong/core/problems";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/** What publint finds in a tarball at its strictest, one sentence each. */
export async function publintFaults(tarball: Uint8Array<ArrayBuffer>): Promise<readonly string[]> {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  return messages.map((one) => formatMessage(one, pkg, { color: false }) ?? one.code);
}

/**
 * What "Are the types wrong?" finds in a tarball for those who can load ES modules: Node.js that imports, and bundlers.
 * The packages have no CommonJS, so what `require` and the resolution of Node.js 10 would find is not asked.
 */
export async function typeFaults(tarball: Uint8Array): Promise<readonly string[]> {
  const result = await checkPackage(createPackageFromTarballData(tarball));
  if (result.types === false) return ["The package has no types."];
  return result.problems
    .filter((one) => !("resolutionKind" in one) || !IGNORED.has(one.resolutionKind))
    .map((one) => {
      const place = "entrypoint" in one ? one.entrypoint : "";
      return `${place} ${problemKindInfo[one.kind].shortDescription}`.trim();
    });
}

const IGNORED: ReadonlySet<string> = new Set(["node10", "node16-cjs"]);
