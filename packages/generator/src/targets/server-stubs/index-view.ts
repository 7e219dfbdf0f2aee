import type { PlannedUnit } from "../../plan/target.ts";
import { indexUnit } from "../shared/index-view.ts";

/** `index.ts` of the server stubs: the server and the handler interfaces. */
export function serverIndexView(paths: readonly string[]): PlannedUnit {
  return indexUnit(paths, { types: false });
}
