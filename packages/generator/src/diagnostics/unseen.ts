/**
 * Characters that a reader does not see: controls, line and paragraph separators, marks that reorder text (Unicode
 * Standard Annex 9, section 2), fillers, what is not assigned, halves of surrogate pairs. The two marks that choose
 * between the text form and the picture form of an emoji are not among them.
 */
export const UNSEEN: RegExp =
  /(?![\ufe0e\ufe0f])[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** Of the unseen ones those that a terminal or an editor obeys. */
export const OBEYED: RegExp = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A character as JSON and ECMAScript escape it: `\\u202e`, or two such for one beyond the basic plane. */
export function escapeUnits(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}
