import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { Config } from "../config/config.ts";
import type { Options } from "./options.ts";

/** What references may reach beside the folder of the spec. */
export type Permissions = Pick<Config, "allow" | "remote">;

/**
 * Permissions of configuration and command line together; neither takes away what the other gives.
 *
 * @param place Folders that the paths of the two start from.
 * @returns Absolute folders, each as spelled and with its links resolved: both are compared with what a reference names.
 */
export function permitted(
  { allow = [], remote }: Permissions,
  { cwd, home }: { readonly cwd: string; readonly home: string },
  { allowOutside, allowRemote }: Pick<Options, "allowOutside" | "allowRemote">,
): Required<Permissions> {
  const folders = [
    ...allow.map((folder) => resolve(home, folder)),
    ...allowOutside.map((folder) => resolve(cwd, folder)),
  ];
  return {
    allow: [...new Set(folders.flatMap((folder) => [folder, realPath(folder)]))],
    remote: { ...remote, hosts: [...(remote?.hosts ?? []), ...allowRemote] },
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
