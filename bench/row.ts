/** One figure beside what it is measured against. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  /** What it is held against, and its figure. */
  readonly against: string;
  readonly ratio: string;
}

/** The middle one of several figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
