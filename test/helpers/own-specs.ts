import { globSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../packages/generator/src/diagnostics/diagnostic.ts";
import { createReporter } from "../../packages/generator/src/diagnostics/reporter.ts";
import { readFileFromDisk, type ReadFile } from "../../packages/generator/src/load/read-file.ts";
import { readSpec } from "../../packages/generator/src/load/read-spec.ts";
import type { TypeOptions } from "../../packages/generator/src/model/model-options.ts";
import { plan, type PipelineConfig } from "../../packages/generator/src/pipeline.ts";
import type { PlacedUnit } from "../../packages/generator/src/plan/plan-units.ts";
import { createSpecDocument } from "../../packages/generator/src/resolve/create-document.ts";
import { upgradeSpec } from "../../packages/generator/src/upgrade/upgrade-spec.ts";
import { inMemory, ONE_FOLDER_WITH_README } from "./generate.ts";
import { readScenario } from "./scenario.ts";

const root = join(import.meta.dirname, "../..");

const HELD = { int64: "bigint", decimal: "string", dates: "Date" } as const;

/** What an option adds is in one of them. */
function typesOf(name: string): TypeOptions {
  if (name.includes("everything")) return { formats: true, enumObjects: true, ...HELD };
  return name.includes("wires") ? HELD : {};
}

/** What is planned for one spec of this repository. */
export interface PlannedSpec {
  readonly name: string;
  readonly units: readonly PlacedUnit[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans every spec of this repository: `spec/`, the golden APIs, the scenarios and `test/specs/`. */
export async function planOwnSpecs(): Promise<PlannedSpec[]> {
  const files = globSync(
    ["spec/openapi.yaml", "test/golden/*/spec/openapi.yaml", "test/specs/*.yaml"],
    { cwd: root },
  );
  const scenarios = globSync("test/scenarios/**/*.md", { cwd: root });
  const onDisk = files
    .sort()
    .map((name) => planSpec(name, join(root, name), readFileFromDisk, typesOf(name)));
  const inPages = scenarios.sort().map((name) => {
    const { files, types } = readScenario(join(root, name));
    return planSpec(name, "/openapi.yaml", inMemory(files), types);
  });
  const bookshop = join(root, "test/golden/bookshop/spec/openapi.yaml");
  const parted = planSpec("a shop in two packages", bookshop, readFileFromDisk, {}, TWO_PACKAGES);
  return Promise.all([...onDisk, ...inPages, parted]);
}

/** Client and stubs apart, each with a README of its own. */
const TWO_PACKAGES: PipelineConfig = {
  runtime: "package",
  templates: [],
  packages: [
    {
      name: "shop",
      dir: "shop",
      targets: {
        schemas: "schemas",
        validators: "validators",
        operations: "operations",
        client: ".",
      },
      readme: { file: "shop/README.md" },
    },
    {
      name: "shop-server",
      dir: "server",
      targets: { "server-stubs": "." },
      readme: { file: "server/README.md" },
    },
  ],
};

async function planSpec(
  name: string,
  entry: string,
  readFile: ReadFile,
  types: TypeOptions,
  layout: PipelineConfig = ONE_FOLDER_WITH_README,
): Promise<PlannedSpec> {
  const { report, diagnostics } = createReporter();
  const spec = await readSpec({ path: entry, cwd: "/" }, readFile, report);
  if (!spec) throw new Error(`${name} cannot be read: ${JSON.stringify(diagnostics)}`);
  const { files } = await upgradeSpec(spec, report);
  const units = plan(createSpecDocument(files, report), { ...layout, types }, report);
  return { name, units, diagnostics };
}
