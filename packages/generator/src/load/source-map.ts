import type { Place, SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Sources } from "../diagnostics/finding.ts";
import { jsonSpots } from "./json-spots.ts";
import { isJson } from "./parse-document.ts";
import type { FindSpot, Spot } from "./spot.ts";
import { lineText, locateSpan, splitLines } from "./text-location.ts";
import type { Lines, Span } from "./text-location.ts";
import { yamlSpots } from "./yaml-spots.ts";

interface Source {
  readonly lines: Lines;
  readonly find: FindSpot;
}

/**
 * Turns places into lines and columns, by reading again the texts that messages point into.
 *
 * Called only when there is something to tell: positions cost more than the parsing itself.
 *
 * @param textOf Text of a file by its path; of files that are broken, too.
 * @param places What will be asked for.
 */
export async function readSources(
  textOf: (file: string) => string | undefined,
  places: readonly Place[],
): Promise<Sources> {
  const sources = new Map<string, Source>();
  for (const file of new Set(places.map((place) => place.file))) {
    const text = textOf(file);
    if (text !== undefined) sources.set(file, await readSource(file, text));
  }
  return {
    locate: (place) => locate(place, sources.get(place.file)),
    line: (file, number) => {
      const source = sources.get(file);
      return source && lineText(source.lines, number);
    },
  };
}

async function readSource(file: string, text: string): Promise<Source> {
  const find = isJson(file, text) ? jsonSpots(text) : await yamlSpots(text);
  return { lines: splitLines(text), find };
}

function locate(place: Place, source: Source | undefined): SourceLocation | undefined {
  if (!source) return undefined;
  const spot = source.find(tokensOf(place.pointer));
  return locateSpan(place.file, source.lines, chooseSpan(place, spot, source.lines));
}

// Of a value of many lines the key says more than the first line below it.
function chooseSpan(place: Place, { key, value }: Spot, { text }: Lines): Span {
  if (!key) return value;
  const isLong = text.slice(key.end, value.end).includes("\n");
  return place.key === true || isLong ? key : value;
}

function tokensOf(pointer: string): string[] {
  const tokens = pointer.split("/").slice(1);
  return tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
