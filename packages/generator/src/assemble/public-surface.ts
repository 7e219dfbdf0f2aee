import { Node, Project, type ExportedDeclarations, type SourceFile, ts } from "ts-morph";

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
    .filter(declaresSomething)
    .map((file) => ({
      path: file.getFilePath().slice(1),
      entries: [...file.getExportedDeclarations()].flatMap(([name, declarations]) =>
        declarations.flatMap((declaration) => surfaceEntries(name, declaration)),
      ),
    }))
    .filter(({ entries }) => entries.length > 0)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const parts = sections.map(({ path, entries }) => section(path, entries));
  return [header, "# Public names", ...parts].join("\n\n").trim() + "\n";
}

// What an index only passes on stands under the file that declares it.
function declaresSomething(file: SourceFile): boolean {
  return file
    .getStatements()
    .some((one) => !Node.isExportDeclaration(one) && !Node.isImportDeclaration(one));
}

function section(path: string, entries: readonly Entry[]): string {
  const sorted = [...entries].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return `## ${path}\n\n\`\`\`ts\n${sorted.map(({ line }) => line).join("\n")}\n\`\`\``;
}

/** One line of the report; members sort behind what they belong to. */
interface Entry {
  readonly key: string;
  readonly line: string;
}

function surfaceEntries(name: string, declaration: ExportedDeclarations): Entry[] {
  const own = (line: string): Entry => ({ key: name, line });
  const member = (part: string, line: string): Entry => ({
    key: `${name}.${part}`,
    line: `${name}.${line}`,
  });
  if (Node.isFunctionDeclaration(declaration))
    return [own(`function ${name}${signature(declaration)}`)];
  if (Node.isClassDeclaration(declaration)) {
    const made = declaration.getConstructors().map((one) => own(`new ${name}(${parameters(one)})`));
    return [
      own(`class ${name}`),
      ...made,
      ...declaration
        .getGetAccessors()
        .map((getter) => member(getter.getName(), `${getter.getName()}: ${returns(getter)}`)),
      ...declaration
        .getMethods()
        .map((method) => member(method.getName(), method.getName() + signature(method))),
    ];
  }
  if (Node.isInterfaceDeclaration(declaration)) {
    return [
      own(`interface ${name}`),
      ...declaration
        .getProperties()
        .map((property) => member(property.getName(), oneLine(property.getText()))),
      ...declaration.getIndexSignatures().map((index) => own(`${name}${oneLine(index.getText())}`)),
    ];
  }
  if (Node.isTypeAliasDeclaration(declaration)) {
    return [own(`type ${name} = ${oneLine(declaration.getTypeNodeOrThrow().getText())}`)];
  }
  if (Node.isVariableDeclaration(declaration)) {
    return [own(`const ${name}: ${oneLine(declaration.getTypeNode()?.getText() ?? "unknown")}`)];
  }
  return [own(name)];
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

function oneLine(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/([<(]) /g, "$1")
    .replace(/,? ([>)])/g, "$1")
    .replace(/^readonly |;$/g, "")
    .trim();
}
