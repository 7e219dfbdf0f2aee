/** The work grows with the square of the length, and nobody mistypes a longer name. */
const MAX_LENGTH = 200;

/**
 * The known word that `word` was probably meant to be.
 *
 * Allows one slip for every three letters, at most five; a swap of neighbours counts as one slip, a difference of
 * case only as none. Of equally near words the first of `known` wins.
 *
 * @returns `undefined` when nothing is near enough to be worth proposing.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let limit = Math.min(5, Math.max(1, Math.floor(word.length / 3)));
  let best: string | undefined;
  const wanted = word.toLowerCase();
  for (const candidate of known) {
    const distance = boundedDistance(wanted, candidate.toLowerCase(), limit);
    if (distance === undefined) continue;
    best = candidate;
    if (distance === 0) return best;
    limit = distance - 1;
  }
  return best;
}

/**
 * Optimal string alignment distance, given up as soon as it must exceed `limit`.
 *
 * @returns `undefined` when the distance is greater than `limit`.
 */
export function boundedDistance(a: string, b: string, limit: number): number | undefined {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit || a.length > MAX_LENGTH) return undefined;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = nextRow(a, b, row, previous, older);
    if (Math.min(...current.slice(Math.max(0, row - limit - 1), row + limit + 1)) > limit) {
      return undefined;
    }
    older = previous;
    previous = current;
  }
  const distance = previous[b.length] ?? Infinity;
  return distance <= limit ? distance : undefined;
}

function nextRow(a: string, b: string, row: number, previous: number[], older: number[]): number[] {
  const current = [row];
  for (let column = 1; column <= b.length; column += 1) {
    const same = a[row - 1] === b[column - 1];
    const replaced = at(previous, column - 1) + (same ? 0 : 1);
    let cost = Math.min(replaced, at(previous, column) + 1, at(current, column - 1) + 1);
    const swapped = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    if (swapped) cost = Math.min(cost, at(older, column - 2) + 1);
    current.push(cost);
  }
  return current;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
