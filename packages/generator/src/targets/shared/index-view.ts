import type { PlannedUnit } from "../../plan/target.ts";
import { stringLiteral } from "./literals.ts";

/** What `shared/index` prints: re-exports, sorted. */
export type IndexView = {
  readonly exports: readonly { readonly type: boolean; readonly from: string }[];
};

/** The `index.ts` that exports everything the given files export. */
export function indexUnit(
  paths: readonly string[],
  { types }: { readonly types: boolean },
): PlannedUnit {
  const exports = [...paths]
    .sort()
    .map((path) => ({ type: types, from: stringLiteral(`./${path.replace(/\.ts$/, ".js")}`) }));
  const view: IndexView = { exports };
  return { path: "index.ts", template: "shared/index", view, imports: [] };
}
