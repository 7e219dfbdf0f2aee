import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { Config } from "../config/config.ts";
import type { Options } from "./options.ts";

/** How a spec is read: what references may reach, what changes it, what is taken of it. */
export type Permissions = Pick<Config, "allow" | "remote" | "overlays" | "filter">;

/**
 * Permissions of configuration and command line together; neither takes away what the other gives.
 *
 * @param place Folders that the paths of the two start from.
 * @returns Absolute folders, each as spelled and with its links resolved: both are compared with what a reference names.
 */
export function permitted(
  { allow = [], remote, overlays = [], filter = {} }: Permissions,
  { cwd, home }: { readonly cwd: string; readonly home: string },
  options: Pick<Options, "allowOutside" | "allowRemote" | "overlays" | "include" | "exclude">,
): Required<Permissions> {
  const folders = [
    ...allow.map((folder) => resolve(home, folder)),
    ...options.allowOutside.map((folder) => resolve(cwd, folder)),
  ];
  return {
    allow: [...new Set(folders.flatMap((folder) => [folder, realPath(folder)]))],
    overlays: [
      ...overlays.map((file) => resolve(home, file)),
      ...options.overlays.map((file) => resolve(cwd, file)),
    ],
    filter: {
      include: [...(filter.include ?? []), ...options.include],
      exclude: [...(filter.exclude ?? []), ...options.exclude],
    },
    remote: { ...remote, hosts: [...(remote?.hosts ?? []), ...options.allowRemote] },
  };
}

// A folder that is not there gives nothing.
function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
