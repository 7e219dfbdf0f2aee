import { missingVersion, unsupportedVersion } from "../diagnostics/catalog/load.ts";
import type { Place, Report } from "../diagnostics/diagnostic.ts";

export type SpecVersion = "3.0" | "3.1" | "3.2";

/** The root of a document. */
interface Root {
  readonly value: unknown;
  readonly at: Place;
}

/**
 * Tells which version of OpenAPI a document follows. OpenAPI 3.1, section 4.8.1, field `openapi`.
 *
 * @returns `undefined` for one that cannot be read; that has been reported.
 */
export function checkVersion({ value, at }: Root, report: Report): SpecVersion | undefined {
  const openapi = own(value, "openapi");
  if (openapi === undefined) {
    reportMissing({ value, at }, report);
    return undefined;
  }
  const version =
    typeof openapi === "string" ? /^(3\.[0-2])\.\d+(?:-.+)?$/.exec(openapi)?.[1] : undefined;
  if (version === "3.0" || version === "3.1" || version === "3.2") return version;
  const place = { file: at.file, pointer: `${at.pointer}/openapi` };
  report(unsupportedVersion(place, shown(openapi), hintFor(openapi)));
  return undefined;
}

function reportMissing({ value, at }: Root, report: Report): void {
  const swagger = own(value, "swagger");
  if (swagger === undefined) return report(missingVersion(at));
  const place = { file: at.file, pointer: `${at.pointer}/swagger` };
  report(
    unsupportedVersion(
      place,
      shown(swagger),
      'write "2.0", or convert the document to OpenAPI 3.1',
    ),
  );
}

function hintFor(openapi: unknown): string {
  const text = String(openapi);
  if (/^3\.[0-2]$/.test(text)) return `write the whole version, in quotes: "${text}.0"`;
  if (/^3\.[3-9]/.test(text)) return 'if the document uses nothing newer, write "3.2.0"';
  return 'write a version such as "3.1.0"';
}

function shown(version: unknown): string {
  const text = typeof version === "string" ? version : JSON.stringify(version);
  return text.length <= 40 ? text : `${text.slice(0, 37)}...`;
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
