import { Node, Project, type ExportedDeclarations, ts } from "ts-morph";

/** A source file as text; paths are posix and start at the package's folder. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/**
 * The public names of a package with their signatures, as Markdown: one file a heading, one declaration a line, sorted.
 * It is committed beside the code, so that a reviewer sees at once what a change means for users.
 */
export function surfaceReport(files: readonly SourceText[], header: string): string {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    compilerOptions: { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 },
  });
  for (const { path, text } of files) project.createSourceFile(`/${path}`, text);
  const sections = project
    .getSourceFiles()
    .filter((file) => !file.getBaseName().startsWith("index."))
    .map((file) => ({
      path: file.getFilePath().slice(1),
      lines: [...file.getExportedDeclarations()].flatMap(([name, declarations]) =>
        declarations.flatMap((declaration) => surfaceLines(name, declaration)),
      ),
    }))
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const parts = sections.map(({ path, lines }) => section(path, lines));
  return [header, "# Public names", ...parts].join("\n\n").trim() + "\n";
}

function section(path: string, lines: readonly string[]): string {
  const text = [...lines].sort().join("\n");
  return `## ${path}\n\n\`\`\`ts\n${text}\n\`\`\``;
}

function surfaceLines(name: string, declaration: ExportedDeclarations): string[] {
  if (Node.isFunctionDeclaration(declaration)) {
    return [`function ${name}${signature(declaration)}`];
  }
  if (Node.isClassDeclaration(declaration)) {
    return [
      `class ${name}`,
      ...declaration
        .getGetAccessors()
        .map((getter) => `${name}.${getter.getName()}: ${returns(getter)}`),
      ...declaration
        .getMethods()
        .map((method) => `${name}.${method.getName()}${signature(method)}`),
      ...declaration.getConstructors().map((made) => `new ${name}(${parameters(made)})`),
    ];
  }
  if (Node.isInterfaceDeclaration(declaration)) {
    return [
      `interface ${name}`,
      ...declaration
        .getProperties()
        .map((property) => `${name}.${oneLine(withoutComment(property))}`),
      ...declaration.getIndexSignatures().map((index) => `${name}${oneLine(index.getText())}`),
    ];
  }
  if (Node.isTypeAliasDeclaration(declaration)) {
    return [`type ${name} = ${oneLine(declaration.getTypeNodeOrThrow().getText())}`];
  }
  if (Node.isVariableDeclaration(declaration)) {
    return [`const ${name}: ${oneLine(declaration.getTypeNode()?.getText() ?? "unknown")}`];
  }
  return [name];
}

type Callable = Node & {
  getParameters(): { getText(): string }[];
  getReturnTypeNode?(): Node | undefined;
};

function signature(callable: Callable): string {
  return `(${parameters(callable)}): ${returns(callable)}`;
}

function parameters(callable: Callable): string {
  return callable
    .getParameters()
    .map((parameter) => oneLine(parameter.getText()))
    .join(", ");
}

function returns(callable: Pick<Callable, "getReturnTypeNode">): string {
  return oneLine(callable.getReturnTypeNode?.()?.getText() ?? "unknown");
}

function withoutComment(node: Node): string {
  return node.getText(false).replace(/^readonly /, "readonly ");
}

function oneLine(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/([<(]) /g, "$1")
    .replace(/,? ([>)])/g, "$1")
    .replace(/;$/, "")
    .trim();
}
