const WIDTH = 100;

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
export function needsFormatting(text: string): boolean {
  return text
    .split("\n")
    .some((line) => line.length > WIDTH && !UNBREAKABLE.some((form) => form.test(line)));
}

/** Formats TypeScript the way the repository does. Loads prettier when first called: 0.2 s. */
export async function formatText(text: string): Promise<string> {
  const { format } = await import("prettier");
  return format(text, { parser: "typescript", printWidth: WIDTH });
}
