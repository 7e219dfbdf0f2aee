import type { ResourceId } from "../model/api-model.ts";
import { kebabCase } from "./casing.ts";

/** Files that are not a resource's own; a resource of that name gets a longer one. */
const RESERVED_FILES = new Set(["index", "shared", "client", "connect", "router"]);

/** Path of each resource's files, without ending: `customers/balance-transactions`. */
export function resourceFiles(ids: readonly ResourceId[]): Map<ResourceId, string> {
  return new Map(
    ids.map((id) => {
      const path = id.split(".").map((segment) => kebabCase(segment) || "unnamed");
      const [first = ""] = path;
      const safe =
        RESERVED_FILES.has(first) || isDeviceName(first)
          ? [`${first}-resource`, ...path.slice(1)]
          : path;
      return [id, safe.join("/")];
    }),
  );
}

// Windows takes these as devices, whatever their ending.
function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name);
}
