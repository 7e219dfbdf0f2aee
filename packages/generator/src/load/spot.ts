import type { Span } from "./text-location.ts";

/** Ranges of the value that a pointer leads to, or of the deepest value on its way. */
export interface Spot {
  /** Range of the key it stands under; absent for items and for the root. */
  readonly key?: Span;
  readonly value: Span;
}

/** Finds where the pointer with these tokens leads in one text. */
export type FindSpot = (tokens: readonly string[]) => Spot;
