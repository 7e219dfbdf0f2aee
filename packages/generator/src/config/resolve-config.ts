import { posix, relative, resolve, sep } from "node:path";
import {
  missingTarget,
  outputOutside,
  packageWithoutName,
  targetNowhere,
  targetTwice,
} from "../diagnostics/catalog/config.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { isUrl } from "../load/is-url.ts";
import type {
  Config,
  Extension,
  PackageConfig,
  ResolvedConfig,
  ResolvedPackage,
  ResolvedReadme,
} from "./config.ts";
import { BUILT_IN_TARGETS, withNeeds } from "./targets.ts";
import type { KnownTarget } from "./targets.ts";

export interface ConfigPlace {
  /** Absolute folder that the paths of the configuration start from. */
  readonly root: string;
  /** Absolute; absent when the configuration stands on the command line. */
  readonly file?: string;
}

/**
 * Applies defaults, makes paths whole and checks what the parts of a configuration say of each other.
 *
 * @param extensions What the extensions of the configuration hold. Default: there are none.
 */
export function resolveConfig(
  config: Config,
  { root, file }: ConfigPlace,
  report: Report,
  extensions: readonly Extension[] = [],
): ResolvedConfig | undefined {
  let isSound = true;
  const refuse: Report = (diagnostic) => {
    isSound = false;
    report(diagnostic);
  };
  const known = [...BUILT_IN_TARGETS, ...extensions.map(({ target }) => knownTarget(target))];
  const wanted = wantedTargets(config, known, refuse);
  checkNeeds(config, wanted, refuse);
  const packages = config.packages.map((part, index) =>
    resolvePackage(inOrder(part, known), `packages[${index}]`, root, wanted, refuse),
  );
  if (!isSound) return undefined;
  return {
    root,
    ...(file !== undefined && { file }),
    input: resolveInput(root, config.input),
    packages: packages.filter(({ targets }) => Object.keys(targets).length > 0),
    templates: (config.templates ?? []).map((folder) => resolve(root, folder)),
    extensions,
    runtime: config.runtime ?? "package",
    types: config.types ?? {},
    overlays: (config.overlays ?? []).map((file) => resolve(root, file)),
    filter: { include: config.filter?.include ?? [], exclude: config.filter?.exclude ?? [] },
    mend: config.mend ?? "specwright generate",
    allow: (config.allow ?? []).map((folder) => resolve(root, folder)),
    remote: { hosts: config.remote?.hosts ?? [], headers: config.remote?.headers ?? {} },
  };
}

/** The entry document: absolute, or an address on the network. */
export function resolveInput(root: string, input: string): string {
  return isUrl(input) ? input : resolve(root, input);
}

function knownTarget({ name, needs = [] }: Extension["target"]): KnownTarget {
  return { name, needs };
}

function wantedTargets(
  config: Config,
  known: readonly KnownTarget[],
  refuse: Report,
): KnownTarget[] {
  const taken = config.packages.flatMap(({ targets }) => Object.keys(targets));
  for (const { name } of known) {
    if (taken.filter((other) => other === name).length > 1) refuse(targetTwice(name));
  }
  const named = config.targets ?? taken;
  for (const name of named) if (!taken.includes(name)) refuse(targetNowhere(name));
  return withNeeds(named, known);
}

function checkNeeds({ packages }: Config, wanted: readonly KnownTarget[], refuse: Report): void {
  const holderOf = (name: string): PackageConfig | undefined =>
    packages.find(({ targets }) => Object.hasOwn(targets, name));
  for (const { name, needs } of wanted) {
    const holder = holderOf(name);
    for (const needed of needs) {
      const other = holderOf(needed);
      if (!other) refuse(missingTarget(name, needed));
      else if (holder && other !== holder && other.name === undefined) {
        refuse(packageWithoutName(other.dir));
      }
    }
  }
}

// The order in which a configuration happens to name its targets has no meaning.
function inOrder(part: PackageConfig, known: readonly KnownTarget[]): PackageConfig {
  const targets = known
    .filter(({ name }) => Object.hasOwn(part.targets, name))
    .map(({ name }) => [name, part.targets[name]] as const);
  return { ...part, targets: Object.fromEntries(targets) };
}

function resolvePackage(
  part: PackageConfig,
  path: string,
  root: string,
  wanted: readonly KnownTarget[],
  refuse: Report,
): ResolvedPackage {
  const dir = below(root, part.dir, `${path}.dir`, refuse);
  const folders = Object.entries(part.targets).map(([name, folder = "."]) => ({
    name,
    folder: below(resolve(root, part.dir), folder, `${path}.targets.${name}`, refuse),
  }));
  const isWanted = ({ name }: { name: string }): boolean =>
    wanted.some((target) => target.name === name);
  const kept = folders.filter((entry) => !isWanted(entry)).map(({ folder }) => folder);
  const readme = readmeOf(part, `${path}.readme`, root, refuse);
  return {
    ...(part.name !== undefined && { name: part.name }),
    dir,
    targets: Object.fromEntries(folders.filter(isWanted).map(({ name, folder }) => [name, folder])),
    kept: [...kept, ...(readme && isTidied(kept) ? [posix.relative(dir, readme.file)] : [])],
    ...(part.surface !== undefined && {
      surface: below(root, part.surface, `${path}.surface`, refuse),
    }),
    ...(kept.length === 0 && readme && { readme }),
  };
}

/** Whether a run of some targets, which never prints the README of all of them, tidies the folder itself. */
function isTidied(kept: readonly string[]): boolean {
  return kept.length > 0 && !kept.includes(".");
}

function readmeOf(
  { dir, targets, readme }: PackageConfig,
  path: string,
  root: string,
  refuse: Report,
): ResolvedReadme | undefined {
  const isShown = ["client", "server-stubs"].some((name) => Object.hasOwn(targets, name));
  if (readme === false || !isShown) return undefined;
  const file = below(root, readme ?? posix.join(dir, "README.md"), path, refuse);
  return { file, yields: readme === undefined };
}

function below(root: string, dir: string, path: string, refuse: Report): string {
  const way = relative(root, resolve(root, dir)).split(sep).join("/");
  // On Windows the way to another drive is an absolute path.
  if (way === ".." || way.startsWith("../") || /^[a-z]:/i.test(way))
    refuse(outputOutside(path, dir));
  return posix.normalize(way === "" ? "." : way);
}
