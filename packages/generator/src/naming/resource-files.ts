import type { ResourceId } from "../model/api-model.ts";
import { kebabCase } from "./casing.ts";
import { digest } from "./digest.ts";

/** Files that are not a resource's own; a resource of that name gets a longer one. */
const RESERVED_FILES = new Set([
  "response-headers",
  "index",
  "shared",
  "client",
  "connect",
  "router",
  "by-operation",
]);

/**
 * Path of each resource's files, without ending: `customers/balance-transactions`. All are in small letters, so no two
 * are the same on a disk that does not tell `Users` from `users`; of two that would be, the longer spelling decides.
 */
export function resourceFiles(ids: readonly ResourceId[]): Map<ResourceId, string> {
  const taken = new Set<string>();
  return new Map(
    ids.map((id) => {
      const path = id.split(".").map(fileName).join("/");
      const file = [path, `${path}-resource`].find((one) => !taken.has(one)) ?? own(path, id);
      taken.add(file);
      return [id, file];
    }),
  );
}

function own(path: string, id: ResourceId): string {
  return `${path}-${digest(id)}`;
}

function fileName(segment: string, depth: number): string {
  const name = kebabCase(segment) || "unnamed";
  const isTaken = (depth === 0 && RESERVED_FILES.has(name)) || isDeviceName(name);
  return isTaken ? `${name}-resource` : name;
}

// Windows takes these as devices, whatever their ending.
function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/.test(name);
}
