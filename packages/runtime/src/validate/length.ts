/**
 * Whether `text` has at most `max` Unicode code points. JSON Schema Validation 2020-12, section 6.3.1.
 *
 * A code point is one or two UTF-16 units, so `length` alone tells in all but few cases.
 */
export function maxLength(text: string, max: number): boolean {
  return text.length <= max || (text.length <= 2 * max && codePoints(text) <= max);
}

/** Whether `text` has at least `min` Unicode code points. JSON Schema Validation 2020-12, section 6.3.2. */
export function minLength(text: string, min: number): boolean {
  return text.length >= min && (text.length >= 2 * min || codePoints(text) >= min);
}

// Half a surrogate pair on its own counts as one, as in every string iterator.
function codePoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) index += 1;
    count += 1;
  }
  return count;
}
