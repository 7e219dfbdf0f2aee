import type { Report } from "./diagnostics/diagnostic.ts";
import { finishUnit } from "./finish-unit.ts";
import { buildModel } from "./model/build-model.ts";
import type { OutputLayout } from "./plan/layout.ts";
import { planUnits, type PlacedUnit } from "./plan/plan-units.ts";
import { createEngine } from "./render/engine.ts";
import { readTemplates } from "./render/template-files.ts";
import type { SpecDocument } from "./resolve/spec-document.ts";
import { builtInTargets } from "./targets/index.ts";

/** What the middle of the pipeline must know of the configuration. */
export interface PipelineConfig extends OutputLayout {
  /** Folders searched for templates before the built-in ones. */
  readonly templates: readonly string[];
}

/** Document → model → units: everything that is decided before anything is printed. */
export function plan(document: SpecDocument, config: PipelineConfig, report: Report): PlacedUnit[] {
  return planUnits(buildModel(document, report), builtInTargets, config, report);
}

/** Units → texts by file. */
export async function print(
  units: readonly PlacedUnit[],
  config: PipelineConfig,
): Promise<ReadonlyMap<string, string>> {
  const templates = readTemplates(config.templates);
  const tools = {
    render: createEngine(templates),
    formatAll: [...templates.values()].some((template) => template.override),
  };
  const files = new Map<string, string>();
  for (const unit of units) files.set(unit.file, await finishUnit(unit, tools));
  return files;
}
