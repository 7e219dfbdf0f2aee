import { UNSEEN } from "../../diagnostics/unseen.ts";

/** A paragraph of a document longer than this ends in an ellipsis: a README is no reference. */
const LONGEST = 600;

/**
 * Text of a spec as plain text of one paragraph of Markdown: it can make no heading, link, image, HTML or table, and
 * nothing unseen hides in it. CommonMark 0.31, section 2.4 (backslash escapes); GitHub's autolinks are defused too.
 */
export function markdownText(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(UNSEEN, "").trim();
  const cut = line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
  return cut
    .replace(/[\\`*_{}[\]<>()#!|~&@$]/g, "\\$&")
    .replace(/(\w):(?=\/\/)/g, "$1\\:")
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/^(?=[-+=])/, "\\")
    .replace(/^(\d+)(?=[.)])/, "$1\\");
}

/**
 * Text of a spec as code within a line of a table. A backtick would end the code and a bar the column, and nothing in code
 * escapes them: each is shown as a character like it.
 */
export function markdownCode(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(UNSEEN, "").trim();
  return `\`${line.replaceAll("`", "'").replaceAll("|", "¦") || "–"}\``;
}

/** First paragraph of a text in CommonMark, its links by their words alone. */
export function firstParagraph(text: string): string {
  const [first = ""] = text.trim().split(/\r?\n[ \t]*\r?\n/, 1);
  return first.replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1").replace(/[`*]/g, "");
}
