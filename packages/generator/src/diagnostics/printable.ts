import { escapeUnits, UNSEEN } from "./unseen.ts";

/** Makes text of a spec safe to print: what would be obeyed is shown as an escape, a line break as `\n`. */
export function printable(text: string): string {
  return text.replace(UNSEEN, escapeCharacter);
}

/** Like `printable`, but one character for one, so that an underline below the line stays in its place. */
export function printableLine(line: string): string {
  return line.replaceAll("\t", " ").replace(UNSEEN, (seen) => "\ufffd".repeat(seen.length));
}

function escapeCharacter(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\t") return "\\t";
  return escapeUnits(character);
}
