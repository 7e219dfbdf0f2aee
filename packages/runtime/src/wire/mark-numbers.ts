import { isNumeral } from "./numeral.ts";

/**
 * A number that a double may not hold: 15 digits it holds, and how many an exponent adds is not seen at once. What looks
 * like one and is part of a string costs time and nothing else.
 */
const longNumber = /(?:^|[\s:,[])-?\d(?:[\d.]{14}|[\d.]*[eE])/;

const long = /[\d.]{15}|[eE]/;

/** Whether a JSON text may have numbers that `JSON.parse` would change. */
export function hasLongNumbers(text: string): boolean {
  return longNumber.test(text);
}

/**
 * Puts a string in the place of numbers, which `JSON.parse` then leaves as they are: `marker` and the number as written.
 *
 * Strings are passed over, and a string stands only where the number was valid, so that `JSON.parse` takes the result if
 * and only if it takes `text`.
 *
 * @param marker Text that no string of the document can begin with: a fresh random one, without quotes and backslashes.
 * @param isEvery Whether short numbers are marked too. Default: only those that a double may not hold.
 */
export function markNumbers(text: string, marker: string, isEvery = false): string {
  const token = /"|-?\d[\d.eE+-]*/g;
  let marked = "";
  let done = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [run] = found;
    if (run === '"') {
      token.lastIndex = endOfString(text, found.index);
    } else if ((isEvery || long.test(run)) && isNumeral(run) && !isKey(text, token.lastIndex)) {
      marked += `${text.slice(done, found.index)}"${marker}${run}"`;
      done = token.lastIndex;
    }
  }
  return marked + text.slice(done);
}

/** Where the text behind a string begins; the end where it is not closed. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text[before] === "\\") before -= 1;
    if ((quote - before) % 2 === 1) return quote + 1;
  }
  return text.length;
}

// In front of a colon a string would be right where the number was not.
function isKey(text: string, end: number): boolean {
  let next = end;
  while (/[\t\n\r ]/.test(text.charAt(next))) next += 1;
  return text[next] === ":";
}
