import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What an editor shows at a place of a program. */
export interface Editor {
  /** Hover text of the first `name` behind `after`: signature and documentation. */
  hover(name: string, after?: string): { readonly signature: string; readonly docs: string };
  /** Names that are offered where the program has `|`. */
  completions(): readonly string[];
}

/** TypeScript's language service over one small program that uses the packages of this repository. */
export function openEditor(program: string): Editor {
  const caret = program.indexOf("|");
  const text = program.replace("|", "");
  const file = join(import.meta.dirname, "../hover/program.ts");
  const read = (path: string): string | undefined =>
    path === file ? text : existsSync(path) ? readFileSync(path, "utf8") : undefined;
  const host: ts.LanguageServiceHost = {
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const content = read(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => import.meta.dirname,
    getCompilationSettings: () => ({
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      allowImportingTsExtensions: true,
      customConditions: ["@specwright/source"],
      types: [],
    }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: read,
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
    realpath: (path) => ts.sys.realpath?.(path) ?? path,
  };
  const service = ts.createLanguageService(host);
  return {
    hover(name, after = "") {
      const start = text.indexOf(name, text.indexOf(after) + after.length);
      const info = service.getQuickInfoAtPosition(file, start);
      return {
        signature: ts.displayPartsToString(info?.displayParts),
        docs: ts.displayPartsToString(info?.documentation),
      };
    },
    completions() {
      const found = service.getCompletionsAtPosition(file, caret, undefined);
      return (found?.entries ?? []).map(({ name }) => name);
    },
  };
}
