import { posix } from "node:path";
import { checkClaims } from "./check-claims.ts";
import type { Report } from "./diagnostics/diagnostic.ts";
import { finishUnit } from "./finish-unit.ts";
import { guardTarget } from "./guard-target.ts";
import { inlineRuntime } from "./inline-runtime.ts";
import { buildModel } from "./model/build-model.ts";
import type { ModelOptions } from "./model/model-options.ts";
import { createNameTable } from "./naming/name-table.ts";
import type { OutputLayout, OutputPackage } from "./plan/layout.ts";
import { GENERATED_HEADER_MARKDOWN } from "./output/header.ts";
import { planReadmes } from "./plan-readmes.ts";
import { planUnits, type PlacedUnit } from "./plan/plan-units.ts";
import type { Target } from "./plan/target.ts";
import { createEngine } from "./render/engine.ts";
import { readTemplates } from "./render/template-files.ts";
import type { SpecDocument } from "./resolve/spec-document.ts";
import { builtInTargets } from "./targets/index.ts";

/** What the middle of the pipeline must know of the configuration. */
export interface PipelineConfig extends OutputLayout, ModelOptions {
  /** Folders searched for templates before the built-in ones. */
  readonly templates: readonly string[];
  /** Targets from outside, with the folders of their templates. Default: none. */
  readonly extensions?: readonly { readonly folder: string; readonly target: Target }[];
}

/**
 * Document → model → units: everything that is decided before anything is printed.
 *
 * @throws {DiagnosedError} for a target of an extension that fails, or plans what cannot be printed.
 */
export function plan(document: SpecDocument, config: PipelineConfig, report: Report): PlacedUnit[] {
  const { extensions = [] } = config;
  const targets = [...builtInTargets, ...extensions.map(({ target }) => guardTarget(target))];
  const model = buildModel(document, report, config);
  const names = createNameTable(model);
  const units = [
    ...planUnits(model, targets, config, report, names),
    ...planReadmes(model, config, names),
  ];
  for (const { target } of extensions) checkClaims(target.name, units, config);
  return units;
}

/**
 * Units → texts by file.
 *
 * @throws {DiagnosedError} for a template that cannot be used, or that prints what is no TypeScript.
 */
export async function print(
  units: readonly PlacedUnit[],
  config: PipelineConfig,
): Promise<ReadonlyMap<string, string>> {
  const { extensions = [] } = config;
  const names = extensions.map(({ folder, target }) => ({ folder, target: target.name }));
  const templates = readTemplates(config.templates, names);
  const hasOverrides = [...templates.values()].some((template) => template.override);
  const isForeign = ({ target }: PlacedUnit): boolean =>
    hasOverrides || names.some((extension) => extension.target === target);
  const tools = { render: createEngine(templates), isForeign, templates };
  const files = new Map<string, string>();
  for (const unit of units) files.set(unit.file, await finishUnit(unit, tools));
  for (const holder of config.packages) {
    if (holder.surface !== undefined) files.set(holder.surface, await surface(holder, files));
    if (config.runtime === "inline") addRuntime(holder, files);
  }
  return files;
}
// ts-morph takes 0.3 s to load: only a package that keeps a report of its surface pays for it.
async function surface(holder: OutputPackage, files: ReadonlyMap<string, string>): Promise<string> {
  const { surfaceReport } = await import("./assemble/public-surface.ts");
  const sources = [...files].flatMap(([file, text]) => {
    const path = posix.relative(holder.dir, file);
    return path.startsWith("..") || !path.endsWith(".ts") ? [] : [{ path, text }];
  });
  return surfaceReport(sources, GENERATED_HEADER_MARKDOWN);
}

function addRuntime(holder: OutputPackage, files: Map<string, string>): void {
  for (const { path, text } of inlineRuntime()) files.set(posix.join(holder.dir, path), text);
}

export { inspectOperation, operationIds } from "./inspect-operation.ts";
