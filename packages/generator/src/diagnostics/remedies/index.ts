import { BODY_REMEDIES } from "./bodies.ts";
import { CONFIG_REMEDIES } from "./config.ts";
import { EXTENSION_REMEDIES } from "./extension.ts";
import { LINT_REMEDIES } from "./lint.ts";
import { LOAD_REMEDIES } from "./load.ts";
import { MODEL_REMEDIES } from "./model.ts";
import type { Remedy } from "./remedy.ts";
import { STRUCTURE_REMEDIES } from "./structure.ts";

/** What to do about each code, as `specwright explain CODE` prints it. */
export const REMEDIES: ReadonlyMap<string, Remedy> = new Map(
  [
    CONFIG_REMEDIES,
    EXTENSION_REMEDIES,
    LOAD_REMEDIES,
    STRUCTURE_REMEDIES,
    MODEL_REMEDIES,
    BODY_REMEDIES,
    LINT_REMEDIES,
  ].flatMap((group) => Object.entries(group)),
);
