import { posix, relative, resolve, sep } from "node:path";
import {
  missingTarget,
  outputOutside,
  packageWithoutName,
  targetNowhere,
  targetTwice,
} from "../diagnostics/catalog/config.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Config, PackageConfig, ResolvedConfig, ResolvedPackage } from "./config.ts";
import { TARGET_NAMES, TARGET_NEEDS, withNeeds } from "./targets.ts";
import type { TargetName } from "./targets.ts";

export interface ConfigPlace {
  /** Absolute folder that the paths of the configuration start from. */
  readonly root: string;
  /** Absolute; absent when the configuration stands on the command line. */
  readonly file?: string;
}

/** Applies defaults, makes paths whole and checks what the parts of a configuration say of each other. */
export function resolveConfig(
  config: Config,
  { root, file }: ConfigPlace,
  report: Report,
): ResolvedConfig | undefined {
  let isSound = true;
  const refuse: Report = (diagnostic) => {
    isSound = false;
    report(diagnostic);
  };
  const wanted = wantedTargets(config, refuse);
  checkNeeds(config, wanted, refuse);
  const packages = config.packages.map((part, index) =>
    resolvePackage(part, `packages[${index}]`, root, wanted, refuse),
  );
  if (!isSound) return undefined;
  return {
    root,
    ...(file !== undefined && { file }),
    input: resolve(root, config.input),
    packages: packages.filter(({ targets }) => Object.keys(targets).length > 0),
    templates: (config.templates ?? []).map((folder) => resolve(root, folder)),
    runtime: config.runtime ?? "package",
    mend: config.mend ?? "specwright generate",
  };
}

function wantedTargets(config: Config, refuse: Report): TargetName[] {
  const taken = config.packages.flatMap(({ targets }) => takenBy(targets));
  for (const name of TARGET_NAMES) {
    if (taken.filter((other) => other === name).length > 1) refuse(targetTwice(name));
  }
  const named = config.targets ?? taken;
  for (const name of named) if (!taken.includes(name)) refuse(targetNowhere(name));
  return withNeeds(named);
}

function checkNeeds({ packages }: Config, wanted: readonly TargetName[], refuse: Report): void {
  for (const name of wanted) {
    const holder = packages.find(({ targets }) => takenBy(targets).includes(name));
    for (const needs of TARGET_NEEDS[name]) {
      const other = packages.find(({ targets }) => takenBy(targets).includes(needs));
      if (!other) refuse(missingTarget(name, needs));
      else if (holder && other !== holder && other.name === undefined) {
        refuse(packageWithoutName(other.dir));
      }
    }
  }
}

function resolvePackage(
  part: PackageConfig,
  path: string,
  root: string,
  wanted: readonly TargetName[],
  refuse: Report,
): ResolvedPackage {
  const dir = below(root, part.dir, `${path}.dir`, refuse);
  const folders = takenBy(part.targets).map((name) => {
    const folder = part.targets[name] ?? ".";
    return {
      name,
      folder: below(resolve(root, part.dir), folder, `${path}.targets.${name}`, refuse),
    };
  });
  const isWanted = ({ name }: { name: TargetName }): boolean => wanted.includes(name);
  return {
    ...(part.name !== undefined && { name: part.name }),
    dir,
    targets: Object.fromEntries(folders.filter(isWanted).map(({ name, folder }) => [name, folder])),
    kept: folders.filter((entry) => !isWanted(entry)).map(({ folder }) => folder),
    ...(part.surface !== undefined && {
      surface: below(root, part.surface, `${path}.surface`, refuse),
    }),
  };
}

function takenBy(targets: PackageConfig["targets"]): TargetName[] {
  return TARGET_NAMES.filter((name) => Object.hasOwn(targets, name));
}

function below(root: string, dir: string, path: string, refuse: Report): string {
  const way = relative(root, resolve(root, dir)).split(sep).join("/");
  // On Windows the way to another drive is an absolute path.
  if (way === ".." || way.startsWith("../") || /^[a-z]:/i.test(way))
    refuse(outputOutside(path, dir));
  return posix.normalize(way === "" ? "." : way);
}
