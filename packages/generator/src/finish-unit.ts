import { sourceFile } from "./assemble/source-file.ts";
import { formatLongStatements, formatText } from "./format/format-text.ts";
import { GENERATED_HEADER } from "./output/header.ts";
import type { PlacedUnit } from "./plan/plan-units.ts";
import type { Render } from "./render/engine.ts";

/** What finishing a unit needs. */
export interface Tools {
  readonly render: Render;
  /** True when templates are in use that do not print prettier's form. */
  readonly formatAll: boolean;
}

/** Unit → text of its file. Same unit, same bytes: on every machine, in every order, at any time. */
export async function finishUnit(unit: PlacedUnit, tools: Tools): Promise<string> {
  const body = tools.render(unit.template, unit.view);
  const source = sourceFile(GENERATED_HEADER, unit.imports, body);
  return tools.formatAll ? formatText(source) : formatLongStatements(source);
}
