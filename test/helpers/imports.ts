import { isBuiltin } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { Node, Project, SyntaxKind, type SourceFile } from "ts-morph";

/** One import, re-export or dynamic import. */
export interface ImportEdge {
  /** Path of the importing file below `root`. */
  readonly from: string;
  /** Path of the imported file below `root`; of packages and of Node's own modules the specifier; else the source. */
  readonly to: string;
  readonly names: readonly string[];
  /** True when nothing of it is left when the program runs. */
  readonly isType: boolean;
  readonly kind: "file" | "package" | "node" | "computed";
}

/** Every import of the files that match `patterns` below `root`; tests of packages are left out. */
export function readImports(root: string, ...patterns: readonly string[]): ImportEdge[] {
  const project = new Project({ skipAddingFilesFromTsConfig: true, skipLoadingLibFiles: true });
  const wanted = patterns.map((pattern) => join(root, pattern));
  project.addSourceFilesAtPaths([...wanted, "!**/src/**/*.test.ts", "!**/node_modules/**"]);
  return project.getSourceFiles().flatMap((file) => importsOf(file, root));
}

function importsOf(file: SourceFile, root: string): ImportEdge[] {
  const from = below(root, file.getFilePath());
  const edge = (specifier: string, names: readonly string[], isType: boolean): ImportEdge => ({
    from,
    ...target(specifier, from),
    names,
    isType,
  });
  const imports = file.getImportDeclarations().map((declaration) => {
    const named = declaration.getNamedImports();
    const isType =
      declaration.isTypeOnly() || (named.length > 0 && named.every((name) => name.isTypeOnly()));
    const names = named.map((name) => name.getName());
    return edge(declaration.getModuleSpecifierValue(), names, isType);
  });
  const exports = file.getExportDeclarations().flatMap((declaration) => {
    const specifier = declaration.getModuleSpecifierValue();
    const names = declaration.getNamedExports().map((name) => name.getName());
    return specifier === undefined ? [] : [edge(specifier, names, declaration.isTypeOnly())];
  });
  return [...imports, ...exports, ...laterImports(file, edge)];
}

/** `import("…")`. */
function laterImports(
  file: SourceFile,
  edge: (specifier: string, names: readonly string[], isType: boolean) => ImportEdge,
): ImportEdge[] {
  return file
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .filter((call) => call.getExpression().getKind() === SyntaxKind.ImportKeyword)
    .map((call) => {
      const [argument] = call.getArguments();
      if (Node.isStringLiteral(argument)) return edge(argument.getLiteralValue(), [], false);
      return { ...edge("", [], false), kind: "computed", to: argument?.getText() ?? "" };
    });
}

function target(specifier: string, from: string): Pick<ImportEdge, "to" | "kind"> {
  if (specifier.startsWith(".")) return { kind: "file", to: join(dirname(from), specifier) };
  if (isBuiltin(specifier)) return { kind: "node", to: specifier };
  return { kind: "package", to: specifier };
}

function below(root: string, path: string): string {
  return relative(root, path).split(sep).join("/");
}
