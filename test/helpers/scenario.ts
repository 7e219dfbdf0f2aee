import { readFileSync, writeFileSync } from "node:fs";
import { Node, Project, type SourceFile, type Statement } from "ts-morph";
import type { TypeOptions } from "../../packages/generator/src/model/model-options.ts";
import { updatesGolden } from "./golden.ts";
import { generateFrom, ONE_FOLDER } from "./generate.ts";

/**
 * A scenario is a page of Markdown: prose, a ```yaml spec``` block, and ```ts FILE DECLARATION…``` blocks that show what
 * comes out. A block whose info string names no declaration shows the whole file. Where the spec has further files, each is
 * a ```yaml FILE``` block. A ```json types``` block sets `types` of the configuration.
 */
export interface Scenario {
  readonly title: string;
  /** Every file of the spec by its name; the entry document is `openapi.yaml`. */
  readonly files: Readonly<Record<string, string>>;
  readonly types: TypeOptions;
  readonly expectations: readonly Expectation[];
}

export interface Expectation {
  readonly info: string;
  readonly file: string;
  /** `interface Coupon`, `function isCoupon`, `Coupons.create`, …; empty for the whole file. */
  readonly declaration: string;
  readonly text: string;
}

const BLOCK = /^```(\w+) ([^\n]*)\n([\s\S]*?)^```$/gm;

/** Where a scenario's spec says nothing of the frame of a document, this is it. */
const FRAME = 'openapi: 3.1.0\ninfo: { title: Shop API, version: "1" }\n';

export function readScenario(file: string): Scenario {
  const markdown = readFileSync(file, "utf8");
  const blocks = [...markdown.matchAll(BLOCK)].map(([, language, info = "", text = ""]) => ({
    language,
    info,
    text,
  }));
  const given = blocks.filter(({ language }) => language === "yaml");
  const text = given.find(({ info }) => info === "spec")?.text;
  if (text === undefined) throw new Error(`${file} has no \`\`\`yaml spec\`\`\` block`);
  const spec = /^(?:openapi|swagger):/.test(text) ? text : FRAME + text;
  const others = given.filter(({ info }) => info !== "spec").map(({ info, text }) => [info, text]);
  const types: TypeOptions = JSON.parse(blocks.find(({ info }) => info === "types")?.text ?? "{}");
  return {
    title: /^# (.*)$/m.exec(markdown)?.[1] ?? file,
    files: { ...Object.fromEntries(others), "openapi.yaml": spec },
    types,
    expectations: blocks.filter(({ language }) => language === "ts").map(expectation),
  };
}

function expectation({ info, text }: { info: string; text: string }): Expectation {
  const [file = "", ...words] = info.split(" ");
  return { info, file, declaration: words.join(" "), text };
}

/** What each expectation should show, from a fresh run. Diagnostics of the run come along. */
export async function playScenario(
  scenario: Scenario,
): Promise<{ actual: readonly string[]; errors: readonly string[] }> {
  const { files, diagnostics } = await generateFrom(scenario.files, "openapi.yaml", {
    ...ONE_FOLDER,
    types: scenario.types,
  });
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const actual = scenario.expectations.map(({ file, declaration }) => {
    const text = files.get(file);
    if (text === undefined) return `// no such file; there are: ${[...files.keys()].join(", ")}\n`;
    if (declaration === "") return text;
    const source = project.createSourceFile(`/${file}`, text, { overwrite: true });
    return `${find(source, declaration)}\n`;
  });
  const errors = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code}: ${message}`);
  return { actual, errors };
}

/** Puts the texts of a run into the page; for `pnpm golden:update` alone. */
export function rewriteScenario(file: string, actual: readonly string[]): void {
  if (!updatesGolden()) throw new Error("scenarios are rewritten by `pnpm golden:update` alone");
  let index = 0;
  const markdown = readFileSync(file, "utf8");
  const rewritten = markdown.replace(BLOCK, (whole, language: string, info: string) =>
    language === "ts" ? `\`\`\`ts ${info}\n${actual[index++] ?? ""}\`\`\`` : whole,
  );
  writeFileSync(file, rewritten);
}

function find(source: SourceFile, declaration: string): string {
  const words = declaration.split(" ");
  const name = words.at(-1) ?? "";
  const [holder, member] = name.split(".");
  if (member !== undefined) {
    const owner = source.getClass(holder ?? "");
    const found = owner?.getInstanceMember(member) ?? owner?.getMember(member);
    return found?.getText(true) ?? missing(source, declaration);
  }
  const found = source.getStatements().find((statement) => nameOf(statement) === name);
  return found?.getText(true) ?? missing(source, declaration);
}

function nameOf(statement: Statement): string | undefined {
  if (Node.isVariableStatement(statement)) return statement.getDeclarations()[0]?.getName();
  return Node.hasName(statement) ? statement.getName() : undefined;
}

function missing(source: SourceFile, declaration: string): string {
  const names = source.getStatements().map(nameOf).filter(Boolean);
  return `// no ${declaration}; there are: ${names.join(", ")}`;
}
