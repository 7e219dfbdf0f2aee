import { posix } from "node:path";
import type { OutputLayout, OutputPackage } from "./layout.ts";
import type { PlacedUnit } from "./plan-units.ts";

/** The `index.ts` of each package in which no target has the root folder for itself: it exports every target. */
export function rootIndexes(layout: OutputLayout, planned: readonly PlacedUnit[]): PlacedUnit[] {
  return layout.packages.flatMap((holder) => {
    const file = posix.join(holder.dir, "index.ts");
    if (planned.some((unit) => unit.file === file)) return [];
    return [
      {
        target: "index",
        path: "index.ts",
        file,
        template: "shared/index",
        view: { exports: exportsOf(holder, planned) },
        imports: [],
      },
    ];
  });
}

function exportsOf(
  holder: OutputPackage,
  planned: readonly PlacedUnit[],
): { type: boolean; from: string }[] {
  return Object.entries(holder.targets)
    .filter(([, dir]) =>
      planned.some(({ file }) => file === posix.join(holder.dir, dir, "index.ts")),
    )
    .map(([target, dir]) => ({
      type: target === "schemas",
      from: JSON.stringify(`./${posix.join(dir, "index.js")}`),
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
