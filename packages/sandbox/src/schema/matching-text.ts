import { parsePattern, type PatternPart } from "@specwright/generator/reading";
import { patternOf } from "./pattern.ts";

/** How a text is made. */
export interface TextWish {
  /** How often a part comes that may come any number of times. */
  readonly length: number;
  /** Chooses one of the characters that are possible at a place. */
  readonly pick: (characters: string) => string;
}

/** Longer than that nobody wants a text. */
const LONGEST = 10_000;

/**
 * A text that a pattern lets pass: `^AC[0-9a-f]{32}$` gives `AC` and 32 digits.
 *
 * @returns `undefined` where none is found, as for most patterns that look ahead.
 */
export function matchingText(pattern: string, wish: TextWish): string | undefined {
  let text: string;
  try {
    text = textOf(parsePattern(pattern), wish);
  } catch {
    return undefined;
  }
  return text.length <= LONGEST && patternOf(pattern).test(text) ? text : undefined;
}

function textOf(part: PatternPart, wish: TextWish): string {
  switch (part.kind) {
    case "anchor":
    case "look":
      return "";
    case "atom":
      return wish.pick(charactersOf(part.source));
    case "group":
      return (part.alternatives[0] ?? []).map((inner) => textOf(inner, wish)).join("");
    case "repeat": {
      const count = Math.min(Math.max(wish.length, part.least), part.most, LONGEST);
      let text = "";
      for (let times = 0; times < count && text.length < LONGEST; times += 1)
        text += textOf(part.part, wish);
      return text;
    }
  }
}

/** The plainest first: of the first set that has one, all characters that fit are possible. */
const CHARACTERS = [
  "0123456789abcdefghijklmnopqrstuvwxyz",
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "-_./:+#@ ,;=!?%&*~$()[]{}<>|^\\\"'`",
];

const known = new Map<string, string>();

/** Characters that a part takes. @throws {SyntaxError} for a part that does not compile. */
function charactersOf(source: string): string {
  const before = known.get(source);
  if (before !== undefined) return before;
  const test = new RegExp(`^(?:${source})$`, "u");
  const plain = CHARACTERS.map((set) =>
    Array.from(set)
      .filter((sign) => test.test(sign))
      .join(""),
  );
  const found = plain.find((set) => set !== "") ?? literal(source);
  known.set(source, found);
  return found;
}

/** What stands for itself: a letter of another script. */
function literal(source: string): string {
  return source.startsWith("\\") || source.startsWith("[") ? "" : source;
}
