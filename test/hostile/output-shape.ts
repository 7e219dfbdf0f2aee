import ts from "typescript";

/** What a module is made of, as far as text of a document must not change it. */
export interface Shape {
  /** Kinds of syntax, by name. */
  readonly kinds: ReadonlySet<string>;
  /** Names that are read and that nothing in the module declares: globals. */
  readonly free: ReadonlySet<string>;
  /** What is called while the module is loaded. */
  readonly calls: ReadonlySet<string>;
}

/** A generated file, read again by the compiler's parser. */
export function readShape(file: string, text: string): Shape & { readonly faults: string[] } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const kinds = new Set<string>();
  const declared = new Set<string>();
  const read = new Set<string>();
  const calls = new Set<string>();
  const visit = (node: ts.Node, deferred: boolean): void => {
    kinds.add(ts.SyntaxKind[node.kind]);
    if (ts.isIdentifier(node))
      (isDeclaration(node) ? declared : isRead(node) ? read : null)?.add(node.text);
    if (!deferred && (ts.isCallExpression(node) || ts.isNewExpression(node)))
      calls.add(node.expression.getText(source));
    const inner = deferred || (ts.isFunctionLike(node) && !ts.isTypeNode(node));
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(source, false);
  const free = new Set([...read].filter((name) => !declared.has(name)));
  return { kinds, free, calls, faults: [...syntaxFaults(source), ...textFaults(source)] };
}

function isDeclaration(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isTypeParameterDeclaration(parent) ||
      ts.isImportSpecifier(parent)) &&
    parent.name === node
  );
}

// A name behind a dot or in front of a colon reads nothing.
function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  const isName =
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isGetAccessor(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isTypePredicateNode(parent);
  return !(isName && "name" in parent && parent.name === node);
}

function syntaxFaults(source: ts.SourceFile): string[] {
  const found: unknown = Reflect.get(source, "parseDiagnostics");
  if (!Array.isArray(found)) throw new Error("the parser of the compiler has changed");
  const faults = found.map(({ messageText, start }) => {
    const from = Math.max(0, Number(start) - 60);
    return `${JSON.stringify(messageText)} near ${source.text.slice(from, from + 120)}`;
  });
  for (const { fileName } of [...source.referencedFiles, ...source.typeReferenceDirectives])
    faults.push(`a reference directive: ${fileName}`);
  return faults;
}

/** What cannot be seen; the marks that choose the form of an emoji may stand in a file. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/u;
const OBEYED =
  /^\s*(?:\/\/|\/\*|\*)*[\s*/]*@ts-(?:ignore|expect-error|nocheck|check)|[#@]\s*source(?:Mapping)?URL=|<\/script/im;

function textFaults({ text }: ts.SourceFile): string[] {
  const unseen = UNSEEN.exec(text.replaceAll("\n", ""))?.[0];
  const obeyed = OBEYED.exec(text)?.[0];
  return [
    ...(unseen === undefined
      ? []
      : [`an unseen character: U+${unseen.codePointAt(0)?.toString(16)}`]),
    ...(obeyed === undefined ? [] : [`a text that a tool obeys: ${obeyed}`]),
  ];
}

/** Puts what several modules are made of together. */
export function unite(shapes: readonly Shape[]): Shape {
  const all = (part: keyof Shape): Set<string> =>
    new Set(shapes.flatMap((shape) => [...shape[part]]));
  return { kinds: all("kinds"), free: all("free"), calls: all("calls") };
}

/** What `shape` has and `known` has not. */
export function strangers(shape: Shape, known: Shape): string[] {
  const parts: readonly (keyof Shape)[] = ["kinds", "free", "calls"];
  return parts.flatMap((part) =>
    [...shape[part]].filter((one) => !known[part].has(one)).map((one) => `${part}: ${one}`),
  );
}
