import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  extensionNotFound,
  extensionUnreadable,
  extensionWithoutTarget,
  targetNameTaken,
} from "../diagnostics/catalog/extension.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Target } from "../plan/target.ts";
import type { Extension } from "./config.ts";
import { firstLine, importDefault } from "./import-default.ts";
import { TARGET_NAMES } from "./targets.ts";

const ENDINGS = ["ts", "mts", "js", "mjs"];
const MODULES = ["target", "index"].flatMap((name) => ENDINGS.map((ending) => `${name}.${ending}`));

/** Folders of built-in templates that belong to no target, and what is printed beside the targets. */
const RESERVED = ["index", "runtime", "shared"];

/**
 * Loads the target of each folder.
 *
 * @param folders As the configuration spells them.
 * @param home Absolute folder that they start from.
 * @returns `undefined` when one of them is wrong; all that is wrong has been reported.
 */
export async function loadExtensions(
  folders: readonly string[],
  home: string,
  report: Report,
): Promise<Extension[] | undefined> {
  const extensions: Extension[] = [];
  const taken = new Set<string>([...TARGET_NAMES, ...RESERVED]);
  for (const named of folders) {
    const folder = resolve(home, named);
    const target = await loadTarget(named, folder, report);
    if (!target) continue;
    if (taken.has(target.name)) report(targetNameTaken(target.name, named));
    else extensions.push({ folder, target });
    taken.add(target.name);
  }
  return extensions.length === folders.length ? extensions : undefined;
}

async function loadTarget(
  named: string,
  folder: string,
  report: Report,
): Promise<Target | undefined> {
  const module = MODULES.find((name) => existsSync(join(folder, name)));
  if (module === undefined) {
    report(extensionNotFound(named, MODULES));
    return undefined;
  }
  const shown = `${named.replace(/\/$/, "")}/${module}`;
  try {
    const value = await importDefault(join(folder, module));
    if (isTarget(value)) return value;
    report(extensionWithoutTarget(shown, lack(value) ?? "no target"));
  } catch (error) {
    report(extensionUnreadable(shown, firstLine(error)));
  }
  return undefined;
}

function isTarget(value: unknown): value is Target {
  return lack(value) === undefined;
}

/** What a value lacks to be a target. */
function lack(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return "no object";
  const { name, plan, needs }: { name?: unknown; plan?: unknown; needs?: unknown } = value;
  if (typeof name !== "string") return 'no "name"';
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    return 'a "name" that is not made of small letters and digits, with single dashes';
  }
  if (typeof plan !== "function") return 'no function "plan"';
  if (needs === undefined) return undefined;
  const isList = Array.isArray(needs) && needs.every((need) => typeof need === "string");
  return isList ? undefined : 'a "needs" that is no list of names';
}
