import { ts } from "ts-morph";

/** A place in generated text that our rules forbid. */
export interface Offence {
  readonly line: number;
  readonly text: string;
}

/**
 * Uses of `any`, of `x as T` other than `as const`, of `x!`, and comments that silence the compiler. `<T>x` is left to
 * the compiler: `erasableSyntaxOnly` refuses it.
 */
export function evasions(text: string): Offence[] {
  // Ten megabytes of tree take half a minute: a text without these letters needs no tree.
  if (!/\bany\b|\bas\b|[\w)\]]!|@ts-/.test(text)) return [];
  const source = ts.createSourceFile("generated.ts", text, ts.ScriptTarget.Latest);
  const found: Offence[] = [];
  const visit = (node: ts.Node): void => {
    if (isEvasion(node, source)) found.push(offence(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const silenced of text.matchAll(/@ts-(?:ignore|expect-error|nocheck)/g)) {
    const line = text.slice(0, silenced.index).split("\n").length;
    found.push({ line, text: silenced[0] });
  }
  return found;
}

function isEvasion(node: ts.Node, source: ts.SourceFile): boolean {
  if (ts.isAsExpression(node)) return node.type.getText(source) !== "const";
  return node.kind === ts.SyntaxKind.AnyKeyword || ts.isNonNullExpression(node);
}

/** Names that a file exports by declaring them. */
export function exportedNames(text: string): string[] {
  const declared = /^export (?:const|function|class|interface|type) ([\p{L}\d_$]+)/gmu;
  return [...text.matchAll(declared)].map(([, name = ""]) => name);
}

/**
 * Names with a number that the spec does not have beside the same word: ties that were broken by counting. The status
 * of an answer is the spec's own word, though our naming puts `Response` in front.
 */
export function counters(names: readonly string[], specWords: string): string[] {
  return names.filter((name) =>
    [...name.matchAll(/(\p{Lu}?\p{Ll}*)(\d+)(\p{Lu}?\p{Ll}*)/gu)].some(
      ([, before = "", number = "", after = ""]) =>
        !/^Response[1-5]\d\d$/.test(before + number) &&
        !specWords.includes((before + number).toLowerCase()) &&
        (after === "" || !specWords.includes((number + after).toLowerCase())),
    ),
  );
}

/** The words of a spec, in one spelling: `address_line_1` and `addressLine1` are both `addressline1`. */
export function wordsOf(spec: string): string {
  return spec
    .toLowerCase()
    .split(/[^\p{L}\d._\-/{}[\]$]+/u)
    .map((word) => word.replaceAll(/[^\p{L}\d]/gu, ""))
    .join("\n");
}

function offence(node: ts.Node, source: ts.SourceFile): Offence {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return { line: line + 1, text: node.getText(source).slice(0, 80) };
}
