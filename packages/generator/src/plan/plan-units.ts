import { posix } from "node:path";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { ApiModel } from "../model/api-model.ts";
import { createNameTable, type NameTable } from "../naming/name-table.ts";
import type { OutputLayout } from "./layout.ts";
import { createModuleMap, pathInPackage } from "./module-map.ts";
import { rootIndexes } from "./root-index.ts";
import type { Target } from "./target.ts";
import type { Unit } from "./unit.ts";

/** A unit together with the file it becomes, from the working directory. */
export interface PlacedUnit extends Unit {
  readonly file: string;
}

/**
 * Model × targets → units, sorted by file.
 *
 * @param names Default: those of the model.
 */
export function planUnits(
  model: ApiModel,
  targets: readonly Target[],
  layout: OutputLayout,
  report: Report,
  names: NameTable = createNameTable(model),
): PlacedUnit[] {
  const context = {
    names,
    modules: createModuleMap(layout),
    report,
  };
  const planned = layout.packages.flatMap((holder) =>
    targets
      .filter(({ name }) => Object.hasOwn(holder.targets, name))
      .flatMap((target) =>
        [...target.plan(model, context)].map((unit) => {
          const inPackage = pathInPackage({ target: target.name, path: unit.path }, holder);
          return { ...unit, target: target.name, file: posix.join(holder.dir, inPackage) };
        }),
      ),
  );
  return [...planned, ...rootIndexes(layout, planned)].sort((a, b) => (a.file < b.file ? -1 : 1));
}
