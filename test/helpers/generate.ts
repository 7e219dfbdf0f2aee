import { posix } from "node:path";
import { createReporter } from "../../packages/generator/src/diagnostics/reporter.ts";
import type { Diagnostic } from "../../packages/generator/src/diagnostics/diagnostic.ts";
import { readFileFromDisk, type ReadFile } from "../../packages/generator/src/load/read-file.ts";
import { readSpec } from "../../packages/generator/src/load/read-spec.ts";
import { plan, print, type PipelineConfig } from "../../packages/generator/src/pipeline.ts";
import type { PlacedUnit } from "../../packages/generator/src/plan/plan-units.ts";
import { createSpecDocument } from "../../packages/generator/src/resolve/create-document.ts";
import { upgradeSpec } from "../../packages/generator/src/upgrade/upgrade-spec.ts";

/** Output in memory: what the command would write, without the disk. */
export interface Generated {
  readonly files: ReadonlyMap<string, string>;
  readonly units: readonly PlacedUnit[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One folder with every target: what `--output DIR` lays out. */
export const ONE_FOLDER: PipelineConfig = {
  runtime: "package",
  templates: [],
  packages: [
    {
      dir: ".",
      targets: {
        schemas: "schemas",
        validators: "validators",
        operations: "operations",
        client: "client",
        "server-stubs": "server-stubs",
      },
    },
  ],
};

/** The same with a README beside the `index.ts`, as the command has it. */
export const ONE_FOLDER_WITH_README: PipelineConfig = {
  ...ONE_FOLDER,
  packages: ONE_FOLDER.packages.map((one) => ({ ...one, readme: { file: "README.md" } })),
};

/** Runs the pipeline over spec files that exist only as text. */
export async function generateFrom(
  texts: Readonly<Record<string, string>>,
  entry: string,
  config: PipelineConfig = ONE_FOLDER,
): Promise<Generated> {
  return generateWith(inMemory(texts), entry, config);
}

/** Runs the pipeline over files as `readFile` gives them. Paths of the entry are below `/`. */
export async function generateWith(
  readFile: ReadFile,
  entry: string,
  config: PipelineConfig = ONE_FOLDER,
): Promise<Generated> {
  const reporter = createReporter();
  const spec = await readSpec({ path: entry, cwd: "/" }, readFile, reporter.report);
  if (!spec) return { files: new Map(), units: [], diagnostics: reporter.diagnostics };
  const { files: upgraded } = await upgradeSpec(spec, reporter.report);
  const document = createSpecDocument(upgraded, reporter.report);
  const units = plan(document, config, reporter.report);
  const files = await print(units, config);
  return { files, units, diagnostics: reporter.diagnostics };
}

/** Gives the texts as files below `/`. */
export function inMemory(texts: Readonly<Record<string, string>>): ReadFile {
  const files = new Map(Object.entries(texts).map(([path, text]) => [posix.join("/", path), text]));
  return (path, isAllowed) => {
    const text = files.get(path);
    if (text === undefined) return { kind: "missing" };
    return isAllowed(path) ? { kind: "text", text } : { kind: "outside" };
  };
}

/** Every target in one folder for a spec on the disk. */
export async function generateDocument(
  document: { readonly path: string },
  runtime: PipelineConfig["runtime"] = "package",
  types: PipelineConfig["types"] = {},
): Promise<ReadonlyMap<string, string>> {
  const config: PipelineConfig = { ...ONE_FOLDER, runtime, types };
  return (await generateWith(readFileFromDisk, document.path, config)).files;
}
