/**
 * Characters that a terminal or an editor obeys instead of showing: C0 and C1 controls, the line and paragraph
 * separators, and the marks that reorder text (Unicode Standard Annex 9, section 2).
 */
const CONTROL =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Makes text of a spec safe to print: what would be obeyed is shown as an escape, a line break as `\n`. */
export function printable(text: string): string {
  return text.replace(CONTROL, escapeCharacter);
}

/** Like `printable`, but one character for one, so that an underline below the line stays in its place. */
export function printableLine(line: string): string {
  return line.replaceAll("\t", " ").replace(CONTROL, "\ufffd");
}

function escapeCharacter(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\t") return "\\t";
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
