import { dirname, posix, resolve } from "node:path";
import {
  fileNotFound,
  fileTooLarge,
  fileUnreadable,
  inputNotFound,
  inputUnreadable,
  notAnObject,
  outsideFolder,
  remoteRef,
} from "../diagnostics/catalog/load.ts";
import type { Diagnostic, Place, Report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { fileTarget } from "./file-target.ts";
import { findFileRefs, mayHaveFileRefs } from "./find-file-refs.ts";
import type { FileRef } from "./find-file-refs.ts";
import { isWithin } from "../is-within.ts";
import { parseDocument } from "./parse-document.ts";
import { MAX_FILE_BYTES } from "./read-file.ts";
import type { FileRead, ReadFile } from "./read-file.ts";
import { findResources, mayHaveResources, resolveUri, resourceAt } from "./schema-resources.ts";
import type { Link, SpecFile, SpecFiles } from "./spec-files.ts";

export interface SpecInput {
  /** Path of the entry document as the user would type it, with slashes. */
  readonly path: string;
  /** Absolute folder that `path` starts from. */
  readonly cwd: string;
}

type Failure = Exclude<FileRead, { kind: "text" }>;

interface Reading {
  readonly input: SpecInput;
  /** Folder of the entry document, links resolved; no reference leads out of it. */
  readonly realFolder: string;
  readonly readFile: ReadFile;
  readonly report: Report;
  /** By path; `undefined` for a file that is broken. */
  readonly files: Map<string, SpecFile | undefined>;
  readonly links: Map<string, Map<string, Link>>;
}

/**
 * Reads the entry document and every file that relative references reach from it, each once.
 *
 * @returns `undefined` when the entry document cannot be used. Any other file that cannot be used is left out; all
 * has been reported.
 */
export async function readSpec(
  input: SpecInput,
  readFile: ReadFile,
  report: Report,
): Promise<SpecFiles | undefined> {
  let realFolder = "";
  const read = readFile(resolve(input.cwd, input.path), (realPath) => {
    realFolder = dirname(realPath);
    return true;
  });
  if (read.kind !== "text") {
    report(entryProblem(input.path, read));
    return undefined;
  }
  const reading = { input, realFolder, readFile, report, files: new Map(), links: new Map() };
  const entry = await parseEntry(read.text, reading);
  return entry && readReached(entry, reading);
}

async function parseEntry(text: string, reading: Reading): Promise<SpecFile | undefined> {
  const entry = await parse(reading.input.path, text, reading);
  if (!entry) return undefined;
  const { value, path } = entry;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return entry;
  reading.report(notAnObject({ file: path, pointer: "" }, kindOf(value)));
  return undefined;
}

async function readReached(entry: SpecFile, reading: Reading): Promise<SpecFiles> {
  const open: SpecFile[] = [entry];
  for (let file = open.shift(); file; file = open.shift()) {
    if (!mayHaveFileRefs(file.text)) continue;
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
  const target = fileTarget(posix.dirname(reading.input.path), from.path, name);
  const known = target.kind === "file" && reading.files.has(target.path);
  const problem = known
    ? undefined
    : await reach(target, ref, { file: from.path, pointer }, reading);
  if (problem && tentative) return undefined;
  if (problem) reading.report(problem);
  const file = target.kind === "file" ? reading.files.get(target.path) : undefined;
  links.set(name, file ? { file: file.path } : "refused");
  return known ? undefined : file;
}

// A URI that a schema of the same file has given itself is no file.
function isIdentified({ resources }: SpecFile, name: string, pointer: string): boolean {
  const base = resourceAt(resources, pointer)?.uri;
  const uri = base === undefined ? undefined : resolveUri(name, base);
  return resources.some((resource) => resource.uri === uri);
}

/** Reads a file for the first time. What is wrong inside it is reported; that it cannot be had is returned. */
async function reach(
  target: ReturnType<typeof fileTarget>,
  ref: string,
  at: Place,
  reading: Reading,
): Promise<Diagnostic | undefined> {
  const { input, realFolder, readFile, files } = reading;
  if (target.kind === "remote") return remoteRef(at, ref);
  if (target.kind === "outside") return outsideFolder(at, ref, posix.dirname(input.path));
  const read = readFile(resolve(input.cwd, target.path), (path) => isWithin(realFolder, path));
  switch (read.kind) {
    case "text":
      await parse(target.path, read.text, reading);
      return undefined;
    case "missing":
      return fileNotFound(at, ref, target.path, nearest(target.path, files.keys()));
    case "outside":
      return outsideFolder(at, ref, posix.dirname(input.path));
    case "too-large":
      return fileTooLarge(target.path, MAX_FILE_BYTES, at);
    case "unreadable":
      return fileUnreadable(at, target.path, read.reason);
  }
}

async function parse(path: string, text: string, reading: Reading): Promise<SpecFile | undefined> {
  const parsed = await parseDocument(path, text, reading.report);
  const file = parsed && {
    path,
    text,
    value: parsed.value,
    resources: mayHaveResources(text) ? findResources(path, parsed.value) : [],
  };
  reading.files.set(path, file);
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
