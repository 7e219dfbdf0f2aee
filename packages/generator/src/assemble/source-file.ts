import type { ImportView } from "../plan/unit.ts";

/** Header, imports and body as one source text, in the form prettier gives it. */
export function sourceFile(header: string, imports: readonly ImportView[], body: string): string {
  const lines = imports.map(importText);
  const parts = [header, lines.join("\n"), body.trim()].filter((part) => part !== "");
  return `${parts.join("\n\n")}\n`;
}

function importText({ from, values, types }: ImportView): string {
  const onlyTypes = values.length === 0;
  const names = onlyTypes
    ? types
    : [...values, ...types.map((name) => `type ${name}`)].sort((a, b) => order(a, b));
  const head = onlyTypes ? "import type" : "import";
  const line = `${head} { ${names.join(", ")} } from ${JSON.stringify(from)};`;
  if (line.length <= 100) return line;
  // Prettier keeps a single name on the line, however long.
  if (names.length === 1) return line;
  return `${head} {\n${names.map((name) => `  ${name},\n`).join("")}} from ${JSON.stringify(from)};`;
}

function order(a: string, b: string): number {
  return plain(a) < plain(b) ? -1 : 1;
}

function plain(name: string): string {
  return name.replace(/^type /, "");
}
