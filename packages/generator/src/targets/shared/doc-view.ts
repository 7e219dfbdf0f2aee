import { escapeUnits, OBEYED, UNSEEN } from "../../diagnostics/unseen.ts";
import type { Docs } from "../../model/api-model.ts";

/** A doc comment, wrapped and made safe: the template only puts the stars in front. */
export type DocView = {
  /** The whole text where it fits on the line of the slashes and stars. */
  readonly line: string | null;
  /** The text line by line otherwise; an empty string parts paragraphs. */
  readonly lines: readonly string[];
};

const WIDTH = 100;

/**
 * Paragraphs → a doc comment, or `null` where there is nothing to say.
 *
 * @param indent Columns in front of the comment.
 */
export function docView(paragraphs: readonly (string | undefined)[], indent = 0): DocView | null {
  const cleaned = paragraphs
    .flatMap((text) => (text === undefined ? [] : [clean(text)]))
    .filter(Boolean);
  // Whatever follows a block tag belongs to it, so tags come last.
  const said = [...cleaned.filter((text) => !isTag(text)), ...cleaned.filter(isTag)];
  if (said.length === 0) return null;
  const lines = said.flatMap((text, index) => [
    ...(index > 0 && !followsTag(said[index - 1], text) ? [""] : []),
    ...reflow(text)
      .flatMap((line) => wrap(line, WIDTH - indent - " * ".length))
      .map((line, at) => (at === 0 ? line : quoteTag(line))),
  ]);
  const [only = ""] = lines;
  const fits = lines.length === 1 && indent + only.length + "/**  */".length <= WIDTH;
  return fits ? { line: only, lines: [] } : { line: null, lines };
}

/** What a schema, property or parameter says: prose, default, deprecation, source. */
export function proseOf(docs: Docs): string[] {
  const prose = [docs.summary, docs.description].filter((text) => text !== undefined);
  return [
    ...new Set(prose.map(withoutTags)),
    ...(docs.default === undefined ? [] : [`Default: \`${docs.default.replaceAll("`", "'")}\`.`]),
    ...(docs.deprecated === true ? ["@deprecated"] : []),
    ...(docs.source === undefined ? [] : [`@see ${withoutTags(docs.source)}`]),
  ];
}

// Block tags stand together, without a blank line between them.
function followsTag(previous: string | undefined, text: string): boolean {
  return previous !== undefined && isTag(previous) && isTag(text);
}

function isTag(text: string): boolean {
  return text.startsWith("@");
}

/** Text of a spec as a paragraph. Only our own words make tags: an `@` at the start of a line would be read as one. */
export function withoutTags(text: string): string {
  const quoted = text.replace(/\{@/g, "{\\@").split(/\r\n?|[\n\u2028\u2029]/);
  return quoted.map(quoteTag).join("\n").trim();
}

// Stars and slashes in front of a tag are a comment's own; what is not seen is left out before anybody reads it.
function quoteTag(line: string): string {
  return /^[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}*/]*@/u.test(line)
    ? line.replace("@", "\\@")
    : line;
}

/**
 * Nothing in a comment may end it, and nothing unseen may hide in it: what would be obeyed is shown as an escape, the rest
 * is left out. Only then is there an end to look for: `*`, U+200B, `/` is none before that.
 */
function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replaceAll("\t", "  ")
    .replace(/[^\n]+/g, (line) => line.replace(OBEYED, escapeUnits).replace(UNSEEN, ""))
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .replaceAll("*/", "*\\/")
    .replace(/<\/(?=script)/gi, "<\\/")
    .replace(/(source(?:Mapping)?URL)=/g, "$1\\=");
}

// Markdown that is laid out by lines: lists, tables, headings, quotes, fences, indented code.
const BLOCK_START = /^\s*(?:[-*+]\s|\d+[.)]\s|[|>#]|```|~~~|@|<)|^ {4}/;

/** Joins the lines of a paragraph, whose breaks CommonMark takes as spaces; everything else keeps its lines. */
function reflow(text: string): string[] {
  const lines: string[] = [];
  let fenced = false;
  let open = false;
  for (const line of text.split("\n")) {
    const fence = /^\s*(?:```|~~~)/.test(line);
    const joins = open && !fenced && !fence && line !== "" && !BLOCK_START.test(line);
    if (joins) lines.push(`${lines.pop() ?? ""} ${line.trim()}`);
    else lines.push(line);
    if (fence) fenced = !fenced;
    open = line !== "" && !fenced && !fence && !/^\s*[|#]/.test(line);
  }
  return lines;
}

function wrap(line: string, width: number): string[] {
  if (line.length <= width) return [line];
  const margin = /^\s*(?:[-*+]\s|\d+\.\s)?/.exec(line)?.[0] ?? "";
  const hang = " ".repeat(margin.length);
  const wrapped: string[] = [];
  let current = margin;
  for (const word of line.slice(margin.length).split(" ")) {
    const joined =
      current.trim() === "" || current === margin ? current + word : `${current} ${word}`;
    if (joined.length > width && current.trim() !== "" && current !== margin) {
      wrapped.push(current.trimEnd());
      current = hang + word;
    } else {
      current = joined;
    }
  }
  return [...wrapped, current.trimEnd()];
}
