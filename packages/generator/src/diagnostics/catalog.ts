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

/** Codes that belong together, with what each means. The messages are built in `catalog/`. */
interface CatalogGroup {
  readonly title: string;
  readonly codes: Readonly<Record<string, string>>;
}

/** In the order in which a run may meet them. */
export const CATALOG_GROUPS: readonly CatalogGroup[] = [
  { title: "Configuration and output", codes: CONFIG },
  { title: "Targets and templates of your own", codes: EXTENSION },
  { title: "Files and their syntax", codes: LOAD },
  { title: "Swagger 2.0", codes: UPGRADE },
  { title: "References", codes: RESOLVE },
  { title: "Overlays and filters", codes: OVERLAY },
  { title: "How a document is built", codes: STRUCTURE },
  { title: "What a document says", codes: MODEL },
  { title: "Bodies and their media types", codes: BODIES },
  { title: "specwright bundle", codes: BUNDLE },
  { title: "specwright lint", codes: LINT },
];

/** What each code means, as `specwright explain CODE` prints it. */
export const CATALOG: ReadonlyMap<string, string> = new Map(
  CATALOG_GROUPS.flatMap(({ codes }) => Object.entries(codes)),
);
