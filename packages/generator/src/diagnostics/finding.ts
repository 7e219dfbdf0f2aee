import type { Diagnostic, Place, SourceLocation } from "./diagnostic.ts";

/** A diagnostic with all that a reader needs: where it is and what stands there. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  /** Absent when the matter has no place, or its file could not be read. */
  readonly location?: SourceLocation;
  /** The source line at `location`, without its line break. */
  readonly line?: string;
}

/** A place known by line and column: that of text which could not be parsed, so that no pointer leads to it. */
export interface TextPlace extends Place {
  readonly location: SourceLocation;
  /** The source line at `location`, for a file that is none of the spec's. No pointer leads into such a file. */
  readonly line?: string;
}

/** Answers where a place is. Built from the texts of a spec; see `load/source-map.ts`. */
export interface Sources {
  locate(place: Place): SourceLocation | undefined;
  /** Line `number`, from 1, of `file`. */
  line(file: string, number: number): string | undefined;
}

/** Looks up line and column of each diagnostic. */
export function findings(diagnostics: readonly Diagnostic[], sources: Sources): Finding[] {
  return diagnostics.map((diagnostic) => {
    const location = locate(diagnostic.at, sources);
    if (!location) return { diagnostic };
    const line = lineOf(diagnostic.at) ?? sources.line(location.file, location.line);
    return line === undefined ? { diagnostic, location } : { diagnostic, location, line };
  });
}

/** Findings of diagnostics that point nowhere: those of the configuration and the command line. */
export function placeless(diagnostics: readonly Diagnostic[]): Finding[] {
  return diagnostics.map((diagnostic) => ({ diagnostic }));
}

function locate(place: Place | undefined, sources: Sources): SourceLocation | undefined {
  if (!place) return undefined;
  return isTextPlace(place) ? place.location : sources.locate(place);
}

function lineOf(place: Place | undefined): string | undefined {
  return place && isTextPlace(place) ? place.line : undefined;
}

/** Tells whether a pointer says where in its file a place is. */
export function hasPointer(place: Place): boolean {
  return lineOf(place) === undefined;
}

function isTextPlace(place: Place): place is TextPlace {
  return "location" in place;
}
