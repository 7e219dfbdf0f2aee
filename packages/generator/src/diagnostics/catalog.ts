import { BODIES } from "./explanations/bodies.ts";
import { BUNDLE } from "./explanations/bundle.ts";
import { CONFIG } from "./explanations/config.ts";
import { EXTENSION } from "./explanations/extension.ts";
import { LINT } from "./explanations/lint.ts";
import { LOAD } from "./explanations/load.ts";
import { MODEL } from "./explanations/model.ts";
import { OVERLAY } from "./explanations/overlay.ts";
import { RESOLVE } from "./explanations/resolve.ts";
import { STRUCTURE } from "./explanations/structure.ts";
import { UPGRADE } from "./explanations/upgrade.ts";

/** What each code means, as `specwright explain CODE` prints it. The messages are built in `catalog/`. */
export const CATALOG: ReadonlyMap<string, string> = new Map(
  [
    LOAD,
    UPGRADE,
    RESOLVE,
    STRUCTURE,
    OVERLAY,
    MODEL,
    BODIES,
    CONFIG,
    EXTENSION,
    BUNDLE,
    LINT,
  ].flatMap((group) => Object.entries(group)),
);
