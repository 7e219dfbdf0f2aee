const WIDTH = 100;

/** Prettier looks for JSX in time by the square of a line's length; nobody reads a line like that anyhow. */
const LONGEST = 10_000;

/** Prettier's stack is as deep as what it formats; a document must not decide that. */
const DEEPEST = 100;

/** What prettier leaves alone however long it is. */
const UNBREAKABLE = [
  /^\s*(?:\*|\/\/|\/\*\*|import |export \*)/,
  // A string that has its line for itself.
  /^\s*(?:[\w$]+: |\| )?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')[,;]?$/,
  // A name and its type, one that may be null.
  /^\s*(?:readonly )?\S+: [\w$]+(?:\[\])?(?: \| null)?;$/,
  // A name that stands alone.
  /^(?:export )?(?:interface|class) [\w$]+ (?:extends [\w$]+ )?\{$/,
  // A declaration whose value is on the next line.
  / =$/,
];

/**
 * Tells whether text from our own templates may not be in prettier's form. They print that form, except where a line
 * came out longer than their rules foresee.
 */
function needsFormatting(text: string): boolean {
  const lines = text.split("\n");
  if (lines.some((line) => line.length > LONGEST) || nesting(text) > DEEPEST) return false;
  return lines.some((line) => line.length > WIDTH && !UNBREAKABLE.some((form) => form.test(line)));
}

/** How many brackets are open at once at most. Texts of a spec may look like brackets. */
function nesting(text: string): number {
  let open = 0;
  let most = 0;
  for (const [part] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[()[\]{}]/g)) {
    if (part.length > 1) continue;
    open += "([{".includes(part) ? 1 : -1;
    most = Math.max(most, open);
  }
  return most;
}

/** Formats a text the way the repository does. Loads prettier when first called: 0.2 s. */
export async function formatText(
  text: string,
  parser: "typescript" | "markdown" = "typescript",
): Promise<string> {
  const { format } = await import("prettier");
  return format(text, { parser, printWidth: WIDTH });
}

/**
 * Formats only those statements of a text from our own templates that may not be in prettier's form.
 *
 * A line that is too long stands in one declaration of dozens, and prettier takes 2 ms of CPU per kB and 1 ms per call:
 * a whole run over a 4 MB spec with long names took 12 s with files, 7.0 s with statements one by one, 5.0 s with those
 * of a file together.
 */
export async function formatLongStatements(text: string): Promise<string> {
  if (!needsFormatting(text)) return text;
  const statements = topLevel(text);
  const long = statements.filter(needsFormatting);
  const formatted = (await formatText(long.join(BETWEEN))).trimEnd().split(BETWEEN);
  let next = 0;
  const all = statements.map((text) =>
    needsFormatting(text) ? (formatted[next++] ?? text) : text,
  );
  return `${all.join("\n\n").trimEnd()}\n`;
}

// A comment that no description can contain: those are all inside of `/** */`.
const BETWEEN = "\n\n// next statement\n\n";

// Our templates part top-level statements by a blank line, and indent whatever follows a blank line inside of one.
function topLevel(text: string): string[] {
  return text.split(/\n\n(?=\S)/);
}
