import type { Place, Report } from "../diagnostics/diagnostic.ts";
import type { SpecFiles } from "../load/spec-files.ts";
import { getMember } from "../resolve/json-pointer.ts";
import { isSwagger } from "./is-swagger.ts";

export interface UpgradedSpec {
  readonly files: SpecFiles;
  /** Where a place in the files above stands in the files as they were written. */
  readonly originalPlace: (place: Place) => Place;
}

/**
 * Files of Swagger 2.0 → files of OpenAPI 3.0 that say the same; all others stay as they are.
 *
 * References that lead nowhere are reported here, and what has no counterpart; no later step meets them again.
 */
export async function upgradeSpec(files: SpecFiles, report: Report): Promise<UpgradedSpec> {
  const isOld = [...files.files.values()].some(({ value }) => isSwagger(value));
  if (!isOld) return { files, originalPlace: (place) => place };
  // The library takes its time to load, and few documents need it.
  const { upgradeFiles } = await import("./upgrade-files.ts");
  const upgraded = upgradeFiles(files, report);
  const originalPlace = (place: Place): Place => existing(upgraded.originalPlace(place), files);
  return { files: upgraded.files, originalPlace };
}

/** What a step adds has no place of its own in the text: the nearest holder that is there stands for it. */
function existing(place: Place, { files }: SpecFiles): Place {
  let value = files.get(place.file)?.value;
  let end = 0;
  while (end < place.pointer.length) {
    const next = place.pointer.indexOf("/", end + 1);
    const until = next === -1 ? place.pointer.length : next;
    const token = place.pointer
      .slice(end + 1, until)
      .replaceAll("~1", "/")
      .replaceAll("~0", "~");
    const member = getMember(value, token);
    if (!member) return { file: place.file, pointer: place.pointer.slice(0, end) };
    value = member.value;
    end = until;
  }
  return place;
}
