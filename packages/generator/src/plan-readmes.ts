import type { ApiModel } from "./model/api-model.ts";
import type { NameTable } from "./naming/name-table.ts";
import type { OutputLayout } from "./plan/layout.ts";
import type { PlacedUnit } from "./plan/plan-units.ts";
import { readmeView } from "./targets/readme/readme-view.ts";

/** The README of each package that is to have one. It shows what all of its targets print, so no target plans it. */
export function planReadmes(
  model: ApiModel,
  { packages, runtime }: OutputLayout,
  names: NameTable,
): readonly PlacedUnit[] {
  return packages.flatMap((holder) => {
    if (!holder.readme) return [];
    const { file } = holder.readme;
    const view = readmeView(model, { names, holder, runtime });
    if (!view) return [];
    return [
      { target: TARGET, path: "README.md", file, template: "readme/page", view, imports: [] },
    ];
  });
}

/** No target has such a name: theirs are in small letters. */
const TARGET = "README";
