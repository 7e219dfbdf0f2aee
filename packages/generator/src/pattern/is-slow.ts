import type { Part } from "./parse-pattern.ts";

/**
 * Tells whether a backtracking engine may take time without bounds to find that a text does not match: a repetition
 * inside of another with nothing between that tells where the inner one ends, such as `(a+)+`, or a repeated choice
 * between two that take the same character, such as `(a|\w)*`.
 */
export function isSlow(part: Part): boolean {
  switch (part.kind) {
    case "atom":
    case "anchor":
      return false;
    case "repeat":
      return (isOpen(part) && isAmbiguous(part.part)) || isSlow(part.part);
    case "group":
    case "look":
      return part.alternatives.some((parts) => parts.some(isSlow));
  }
}

/** Beyond that a count is as good as none. */
const MANY = 12;

function isOpen(part: Part): boolean {
  return part.kind === "repeat" && part.most > MANY;
}

/** Whether what is repeated can be cut into repetitions in more ways than one. */
function isAmbiguous(part: Part): boolean {
  if (part.kind === "repeat") return isOpen(part) || isAmbiguous(part.part);
  if (part.kind !== "group") return false;
  const single = part.alternatives.flatMap(([first, ...rest]) =>
    first && rest.length === 0 && first.kind === "atom" ? [charactersOf(first)] : [],
  );
  return overlaps(single) || part.alternatives.some(isLoose);
}

function overlaps(sets: readonly string[][]): boolean {
  const all = sets.flat();
  return new Set(all).size < all.length;
}

// A character that must come in each repetition, and that the inner ones cannot take, keeps them apart.
function isLoose(parts: readonly Part[]): boolean {
  const inner = parts.flatMap(openCharacters);
  if (inner.length === 0) return parts.length === 1 && parts.some(isAmbiguous);
  const taken = new Set(inner);
  const isMark = (part: Part): boolean =>
    part.kind === "atom" && !charactersOf(part).some((character) => taken.has(character));
  return !parts.some((part) =>
    part.kind === "repeat" ? part.least > 0 && isMark(part.part) : isMark(part),
  );
}

/** The characters that open repetitions in a part can take. */
function openCharacters(part: Part): string[] {
  if (part.kind === "repeat")
    return isOpen(part) ? allCharacters(part.part) : openCharacters(part.part);
  return part.kind === "group" ? part.alternatives.flat().flatMap(openCharacters) : [];
}

function allCharacters(part: Part): string[] {
  switch (part.kind) {
    case "atom":
      return charactersOf(part);
    case "repeat":
      return allCharacters(part.part);
    case "group":
      return part.alternatives.flat().flatMap(allCharacters);
    default:
      return [];
  }
}

/** Stands for all characters: Latin letters, digits, signs, and some of other scripts. */
const SAMPLE = [...Array(0x180).keys(), 0x3b1, 0x416, 0x5d0, 0x4e00, 0x1f600].map((code) =>
  String.fromCodePoint(code),
);

// One character against one atom: nothing in this can take long.
function charactersOf({ source }: Part & { kind: "atom" }): string[] {
  const expression = expressionOf(`^(?:${source})$`);
  return SAMPLE.filter((character) => expression.test(character));
}

// Some patterns compile only without the flag.
function expressionOf(source: string): RegExp {
  try {
    return new RegExp(source, "u");
  } catch {
    return new RegExp(source);
  }
}
