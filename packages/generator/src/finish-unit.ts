import { sourceFile } from "./assemble/source-file.ts";
import { notTypeScript, wrongUnit } from "./diagnostics/catalog/extension.ts";
import { DiagnosedError } from "./diagnostics/diagnosed-error.ts";
import { InternalError } from "./diagnostics/internal-error.ts";
import { formatLongStatements, formatText } from "./format/format-text.ts";
import { GENERATED_HEADER, GENERATED_HEADER_MARKDOWN } from "./output/header.ts";
import type { PlacedUnit } from "./plan/plan-units.ts";
import type { Render } from "./render/engine.ts";
import { TemplateError } from "./render/template-error.ts";
import type { TemplateFile } from "./render/template-files.ts";

/** What finishing a unit needs. */
export interface Tools {
  readonly render: Render;
  readonly templates: ReadonlyMap<string, TemplateFile>;
  /** Tells whether a unit goes through templates that are not ours: nobody knows its form, nor whether it is sound. */
  readonly isForeign: (unit: PlacedUnit) => boolean;
}

/**
 * Unit → text of its file. Same unit, same bytes: on every machine, in every order, at any time.
 *
 * @throws {DiagnosedError} for a template that cannot be used, or that prints what is no TypeScript.
 */
export async function finishUnit(unit: PlacedUnit, tools: Tools): Promise<string> {
  if (!tools.isForeign(unit)) {
    const own = assemble(unit, ownBody(unit, tools));
    return isPage(unit) ? own : formatLongStatements(own);
  }
  const template = tools.templates.get(unit.template);
  if (!template) {
    const fault = `there is no template "${unit.template}"`;
    throw new DiagnosedError(() => wrongUnit(unit.target, unit.path, fault));
  }
  const text = assemble(unit, tools.render(unit.template, unit.view));
  if (isPage(unit)) return formatText(text, "markdown");
  await checkSyntax(unit, template, text);
  return formatText(text);
}

function assemble(unit: PlacedUnit, body: string): string {
  const header = isPage(unit) ? GENERATED_HEADER_MARKDOWN : GENERATED_HEADER;
  return sourceFile(header, unit.imports, body);
}

function isPage({ path }: PlacedUnit): boolean {
  return path.endsWith(".md");
}

function ownBody({ template, view, file }: PlacedUnit, { render }: Tools): string {
  try {
    return render(template, view);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    // Nobody else has had a hand in it.
    throw new InternalError(error.message, { unit: file, template }, { cause: error });
  }
}

// ts-morph takes 0.3 s to load: only output that is not ours pays for it.
async function checkSyntax(
  unit: PlacedUnit,
  { name, file }: TemplateFile,
  text: string,
): Promise<void> {
  const { findSyntaxProblem } = await import("./assemble/check-syntax.ts");
  const problem = findSyntaxProblem(unit.file, text);
  if (!problem) return;
  const line = (text.split("\n")[problem.line - 1] ?? "").trim().slice(0, 100);
  const told = { message: problem.message, text: line };
  throw new DiagnosedError((show) => notTypeScript(unit.file, { name, file: show(file) }, told));
}
