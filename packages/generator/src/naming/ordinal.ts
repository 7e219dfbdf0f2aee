const ORDINALS = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth"];

/** A word for a place in a list, from 0: names never hold a number to break a tie. */
export function ordinal(index: number): string {
  return ORDINALS[index] ?? "Further";
}
