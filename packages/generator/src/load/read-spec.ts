import { dirname, resolve } from "node:path";
import {
  fileTooLarge,
  inputNotFound,
  inputUnreadable,
  notAnObject,
  remoteFailed,
  remoteInput,
} from "../diagnostics/catalog/load.ts";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { createBases } from "./bases.ts";
import { findFileRefs, mayHaveFileRefs } from "./find-file-refs.ts";
import type { FileRef } from "./find-file-refs.ts";
import { isUrl } from "./is-url.ts";
import { parseDocument } from "./parse-document.ts";
import { pathOf, reach, targetOf } from "./reach.ts";
import type { Reachable } from "./reach.ts";
import { MAX_FILE_BYTES } from "./read-file.ts";
import type { FileRead, ReadFile } from "./read-file.ts";
import { findResources, mayHaveResources, resolveUri, resourceAt } from "./schema-resources.ts";
import type { Remote } from "./remote/remote.ts";
import type { Link, SpecFile, SpecFiles } from "./spec-files.ts";

export interface SpecInput {
  /** Path of the entry document as the user would type it, with slashes; or its address. */
  readonly path: string;
  /** Absolute folder that `path` starts from. */
  readonly cwd: string;
  /**
   * Absolute folders beside that of the entry document that references may lead into, as spelled and with links resolved.
   * Default: none.
   */
  readonly folders?: readonly string[];
  /** Documents on the network that may be read. Default: none. */
  readonly remote?: Remote | undefined;
  /** What changes the entry document before anything reads it. Default: nothing does. */
  readonly amend?:
    ((entry: { readonly path: string; readonly value: unknown }) => unknown) | undefined;
}

type Failure = Exclude<FileRead, { kind: "text" }>;

interface Reading extends Reachable {
  readonly report: Report;
  readonly amend: SpecInput["amend"];
  /** By path; `undefined` for a file that is broken. */
  readonly files: Map<string, SpecFile | undefined>;
  readonly links: Map<string, Map<string, Link>>;
}

/**
 * Reads the entry document and every file that references reach from it, each once.
 *
 * @returns `undefined` when the entry document cannot be used. Any other file that cannot be used is left out; all
 * has been reported.
 */
export async function readSpec(
  { path, cwd, folders = [], remote, amend }: SpecInput,
  readFile: ReadFile,
  report: Report,
): Promise<SpecFiles | undefined> {
  const read = isUrl(path)
    ? await readRemoteEntry(path, remote)
    : readLocalEntry(resolve(cwd, path), path, readFile);
  if ("problem" in read) {
    report(read.problem);
    return undefined;
  }
  const reading: Reading = {
    entry: path,
    cwd,
    folders: [...read.folders, ...folders],
    readFile,
    remote,
    bases: createBases(),
    report,
    amend,
    files: new Map(),
    links: new Map(),
  };
  const entry = await parseEntry(read.text, read.url, reading);
  return entry && readReached(entry, reading);
}

type EntryRead =
  | { readonly text: string; readonly folders: readonly string[]; readonly url?: string }
  | { readonly problem: Diagnostic };

function readLocalEntry(absolute: string, path: string, readFile: ReadFile): EntryRead {
  let folder = "";
  const read = readFile(absolute, (realPath) => {
    folder = dirname(realPath);
    return true;
  });
  if (read.kind !== "text") return { problem: entryProblem(path, read) };
  return { text: read.text, folders: [folder] };
}

async function readRemoteEntry(url: string, remote: Remote | undefined): Promise<EntryRead> {
  if (remote?.isPermitted(url) !== true) return { problem: remoteInput(url) };
  const read = await remote.read(url);
  switch (read.kind) {
    case "text":
      return { text: read.text, folders: [], url: read.url };
    case "too-large":
      return { problem: fileTooLarge(url, MAX_FILE_BYTES) };
    case "failed":
      return { problem: remoteFailed(url, read.reason) };
  }
}

async function parseEntry(
  text: string,
  url: string | undefined,
  reading: Reading,
): Promise<SpecFile | undefined> {
  const entry = await parse(reading.entry, text, url, reading);
  if (!entry) return undefined;
  const { value, path } = entry;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return entry;
  reading.report(notAnObject({ file: path, pointer: "" }, kindOf(value)));
  return undefined;
}

async function readReached(entry: SpecFile, reading: Reading): Promise<SpecFiles> {
  const open: SpecFile[] = [entry];
  for (let file = open.shift(); file; file = open.shift()) {
    // What an overlay adds stands in no text.
    if (!reading.amend && !mayHaveFileRefs(file.text)) continue;
    for (const ref of findFileRefs(file.value)) {
      const reached = await followRef(file, ref, reading);
      if (reached) open.push(reached);
    }
  }
  return { entry: entry.path, files: usable(reading.files), links: reading.links };
}

/** @returns The file, when it is met for the first time. */
async function followRef(
  from: SpecFile,
  { ref, pointer, tentative }: FileRef,
  reading: Reading,
): Promise<SpecFile | undefined> {
  const name = ref.split("#", 1)[0] ?? "";
  const links = linksOf(from.path, reading);
  if (links.has(name) || isIdentified(from, name, pointer)) return undefined;
  const target = targetOf(from.path, name, reading);
  const path = pathOf(target);
  const known = path !== undefined && reading.files.has(path);
  if (!known) {
    const reached = await reach(
      target,
      ref,
      { file: from.path, pointer },
      reading.files.keys(),
      reading,
    );
    if (reached.kind === "problem") {
      if (tentative) return undefined;
      reading.report(isLeftToUsers(pointer) ? softened(reached.problem) : reached.problem);
    } else if (path !== undefined) await parse(path, reached.text, reached.url, reading);
  }
  const file = path === undefined ? undefined : reading.files.get(path);
  links.set(name, file ? { file: file.path } : "refused");
  return known ? undefined : file;
}

// How a caller proves who it is: should it be needed, that is told where it is needed.
function isLeftToUsers(pointer: string): boolean {
  return pointer.startsWith("/components/securitySchemes/");
}

function softened(problem: Diagnostic): Diagnostic {
  return { ...problem, severity: "warning" };
}

// A URI that a schema of the same file has given itself is no file.
function isIdentified({ resources }: SpecFile, name: string, pointer: string): boolean {
  const base = resourceAt(resources, pointer)?.uri;
  const uri = base === undefined ? undefined : resolveUri(name, base);
  return resources.some((resource) => resource.uri === uri);
}

async function parse(
  path: string,
  text: string,
  url: string | undefined,
  { report, files, bases, entry, amend }: Reading,
): Promise<SpecFile | undefined> {
  const parsed = await parseDocument(path, text, report);
  const isAmended = amend !== undefined && path === entry;
  const value = parsed && (isAmended ? amend({ path, value: parsed.value }) : parsed.value);
  const file = parsed && {
    path,
    text,
    value,
    resources: isAmended || mayHaveResources(text) ? findResources(path, value) : [],
  };
  files.set(path, file);
  if (file) bases.add(path, file.value, url);
  return file;
}

function entryProblem(path: string, read: Failure): Diagnostic {
  switch (read.kind) {
    case "too-large":
      return fileTooLarge(path, MAX_FILE_BYTES);
    case "unreadable":
      return inputUnreadable(path, read.reason);
    case "missing":
    case "outside":
      return inputNotFound(path);
  }
}

function linksOf(path: string, { links }: Reading): Map<string, Link> {
  const known = links.get(path) ?? new Map<string, Link>();
  links.set(path, known);
  return known;
}

function usable(files: ReadonlyMap<string, SpecFile | undefined>): Map<string, SpecFile> {
  return new Map([...files].filter((entry): entry is [string, SpecFile] => entry[1] !== undefined));
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
