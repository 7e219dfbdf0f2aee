import {
  unknownConfigKey,
  unknownTarget,
  wrongConfigValue,
} from "../diagnostics/catalog/config.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { parsePermission } from "../load/remote/permission.ts";
import type { Config } from "./config.ts";
import { TARGET_NAMES } from "./targets.ts";

type Check = (value: unknown, path: string, report: Report) => boolean;

interface Shape {
  readonly required: Readonly<Record<string, Check>>;
  readonly optional: Readonly<Record<string, Check>>;
}

/**
 * Tells whether a value is a configuration. All that is wrong with it is reported at once.
 *
 * Configurations are often plain JavaScript or JSON, so the compiler has not seen them.
 *
 * @param targets Names of all targets there are. Default: the built-in ones.
 */
export function isConfig(
  value: unknown,
  report: Report,
  targets: readonly string[] = TARGET_NAMES,
): value is Config {
  return checkShape(value, "", configShape(targets), report);
}

/** Tells whether a text names one of the targets there are. */
export function checkTarget(name: string, targets: readonly string[], report: Report): boolean {
  if (targets.includes(name)) return true;
  report(unknownTarget(name, targets, nearest(name, targets)));
  return false;
}

/** The folders of extensions that a value names, which may or may not be a configuration. */
export function extensionsIn(value: object): string[] {
  const named: unknown = Object.hasOwn(value, "extensions") && Object(value).extensions;
  const ignore: Report = () => undefined;
  return Array.isArray(named) ? named.filter((folder) => text(folder, "", ignore)) : [];
}

const text: Check = (value, path, report) => {
  if (typeof value === "string" && value !== "" && !value.includes("\0")) return true;
  report(wrongConfigValue(path, "a non-empty string"));
  return false;
};

const runtime: Check = (value, path, report) => {
  if (value === "package" || value === "inline") return true;
  report(wrongConfigValue(path, '"package" or "inline"'));
  return false;
};

const oneOf =
  (...words: readonly string[]): Check =>
  (value, path, report) => {
    if (words.some((word) => word === value)) return true;
    report(wrongConfigValue(path, words.map((word) => `"${word}"`).join(" or ")));
    return false;
  };

const flag: Check = (value, path, report) => {
  if (typeof value === "boolean") return true;
  report(wrongConfigValue(path, "true or false"));
  return false;
};

const TYPES: Shape = {
  required: {},
  optional: {
    enums: oneOf("open-on-read", "closed"),
    enumObjects: flag,
    formats: flag,
    int64: oneOf("number", "string", "bigint"),
    decimal: oneOf("number", "string"),
    dates: oneOf("string", "Date"),
  },
};

const listOf =
  (check: Check, minimum: number): Check =>
  (value, path, report) => {
    if (Array.isArray(value) && value.length >= minimum) {
      return all(value.map((item, index) => check(item, `${path}[${index}]`, report)));
    }
    report(wrongConfigValue(path, minimum > 0 ? "a list with at least one item" : "a list"));
    return false;
  };

const host: Check = (value, path, report) => {
  if (typeof value === "string" && parsePermission(value)) return true;
  report(wrongConfigValue(path, 'a host such as "example.com", or an address'));
  return false;
};

// RFC 9110, section 5.5: no more than one line.
const fieldValue: Check = (value, path, report) => {
  if (typeof value === "string" && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return true;
  report(wrongConfigValue(path, "a string of one line"));
  return false;
};

// RFC 9110, section 5.1.
const isFieldName = (name: string): boolean => /^[!#$%&'*+.^_`|~\w-]+$/.test(name);
const isHost = (name: string): boolean => !name.includes("/") && !!parsePermission(name);

const mapOf =
  (check: Check, isKey: (key: string) => boolean, what: string): Check =>
  (value, path, report) => {
    if (!isPlainObject(value) || !Object.keys(value).every(isKey)) {
      report(wrongConfigValue(path, `an object whose keys are ${what}`));
      return false;
    }
    return all(Object.entries(value).map(([key, item]) => check(item, join(path, key), report)));
  };

const headers = mapOf(fieldValue, isFieldName, "names of headers");

const REMOTE: Shape = {
  required: { hosts: listOf(host, 0) },
  optional: { headers: mapOf(headers, isHost, "hosts") },
};

const textOrFalse: Check = (value, path, report) => value === false || text(value, path, report);

const targetFolders =
  (targets: readonly string[]): Check =>
  (value, path, report) => {
    if (!isPlainObject(value) || Object.keys(value).length === 0) {
      report(wrongConfigValue(path, 'an object such as { schemas: "schemas" }'));
      return false;
    }
    return all(
      Object.entries(value).map(([name, folder]) => {
        const isKnown = checkTarget(name, targets, report);
        return text(folder, `${path}.${name}`, report) && isKnown;
      }),
    );
  };

function configShape(targets: readonly string[]): Shape {
  const holder: Shape = {
    required: { dir: text, targets: targetFolders(targets) },
    optional: { name: text, surface: text, readme: textOrFalse },
  };
  const targetName: Check = (value, path, report) =>
    text(value, path, report) && checkTarget(String(value), targets, report);
  return {
    required: {
      input: text,
      packages: listOf((value, path, report) => checkShape(value, path, holder, report), 1),
    },
    optional: {
      targets: listOf(targetName, 1),
      extensions: listOf(text, 0),
      templates: listOf(text, 0),
      runtime,
      types: (value, path, report) => checkShape(value, path, TYPES, report),
      mend: text,
      overlays: listOf(text, 0),
      filter: (value, path, report) => checkShape(value, path, FILTER, report),
      allow: listOf(text, 0),
      remote: (value, path, report) => checkShape(value, path, REMOTE, report),
    },
  };
}

const FILTER: Shape = {
  required: {},
  optional: { include: listOf(text, 0), exclude: listOf(text, 0) },
};

function checkShape(value: unknown, path: string, shape: Shape, report: Report): boolean {
  if (!isPlainObject(value)) {
    report(wrongConfigValue(path === "" ? "default" : path, "an object"));
    return false;
  }
  const checks = { ...shape.required, ...shape.optional };
  const known = Object.keys(checks);
  const members = Object.keys(value).map((key) => {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (!check)
      return reject(unknownConfigKey(join(path, key), known, nearest(key, known)), report);
    // What is left out may be written as `undefined`.
    if (value[key] === undefined && Object.hasOwn(shape.optional, key)) return true;
    return check(value[key], join(path, key), report);
  });
  const missing = Object.entries(shape.required)
    .filter(([key]) => !Object.hasOwn(value, key))
    .map(([key, check]) => check(undefined, join(path, key), report));
  return all([...members, ...missing]);
}

function reject(diagnostic: Parameters<Report>[0], report: Report): false {
  report(diagnostic);
  return false;
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

// `every` would stop at the first that is wrong, and the others would not be reported.
function all(results: readonly boolean[]): boolean {
  return !results.includes(false);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
