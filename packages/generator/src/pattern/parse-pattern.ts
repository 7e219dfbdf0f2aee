/** A part of a regular expression. ECMA-262, section 22.2.1, with the flag `u`. */
export type Part =
  /** Takes one character: a literal, a class, an escape, the dot. */
  | { readonly kind: "atom"; readonly source: string }
  /** Takes none: `^`, `$`. */
  | { readonly kind: "anchor"; readonly source: "^" | "$" }
  | { readonly kind: "group"; readonly alternatives: readonly (readonly Part[])[] }
  | { readonly kind: "repeat"; readonly part: Part; readonly least: number; readonly most: number }
  /** What only a backtracking engine can do: a look ahead or behind, a back-reference, a word boundary. */
  | { readonly kind: "look"; readonly alternatives: readonly (readonly Part[])[] };

interface Reading {
  readonly source: string;
  at: number;
}

/** Takes a pattern that compiles apart. It is only read here, never run. */
export function parsePattern(source: string): Part {
  const reading = { source, at: 0 };
  return { kind: "group", alternatives: readAlternatives(reading) };
}

function readAlternatives(reading: Reading): Part[][] {
  const alternatives: Part[][] = [[]];
  for (; reading.at < reading.source.length;) {
    const next = reading.source[reading.at];
    if (next === ")") break;
    if (next === "|") {
      reading.at += 1;
      alternatives.push([]);
    } else alternatives.at(-1)?.push(quantified(readPart(reading), reading));
  }
  return alternatives;
}

function readPart(reading: Reading): Part {
  const [source = ""] = matchHere(ATOM, reading) ?? [];
  if (source === "^" || source === "$") return { kind: "anchor", source };
  if (/^\\(?:[bB1-9]|k<)/.test(source)) return { kind: "look", alternatives: [] };
  if (!source.startsWith("(")) return { kind: "atom", source };
  const alternatives = readAlternatives(reading);
  reading.at += 1;
  return { kind: /^\(\?<?[=!]/.test(source) ? "look" : "group", alternatives };
}

/** A character, a class, an escape, or the beginning of a group. */
const ATOM =
  /\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|\[(?:[^\]\\]|\\[^])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}(?:\\u[dD][c-fC-F][\dA-Fa-f]{2})?|x[\dA-Fa-f]{2}|c[A-Za-z]|k<[^>]*>|[1-9]\d*|[^])|[^]/uy;

const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/uy;

function quantified(part: Part, reading: Reading): Part {
  const found = matchHere(QUANTIFIER, reading);
  if (!found) return part;
  const [, sign, least = "0", comma, most = ""] = found;
  if (sign !== undefined) {
    return { kind: "repeat", part, least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Infinity };
  }
  const from = Number(least);
  return { kind: "repeat", part, least: from, most: comma ? Number(most || Infinity) : from };
}

function matchHere(expression: RegExp, reading: Reading): RegExpExecArray | null {
  expression.lastIndex = reading.at;
  const found = expression.exec(reading.source);
  if (found) reading.at = expression.lastIndex;
  return found;
}
