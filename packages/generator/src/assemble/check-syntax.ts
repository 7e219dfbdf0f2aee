import { Project, ts } from "ts-morph";

/** The first thing in a text that is not TypeScript. */
export interface SyntaxProblem {
  readonly line: number;
  readonly message: string;
}

/** Parses a file's text; `undefined` when its syntax is sound. Types are not looked at. */
export function findSyntaxProblem(path: string, text: string): SyntaxProblem | undefined {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const file = project.createSourceFile(`/${path}`, text);
  const [first] = project.getProgram().getSyntacticDiagnostics(file);
  if (!first) return undefined;
  return {
    line: first.getLineNumber() ?? 1,
    message: ts.flattenDiagnosticMessageText(first.compilerObject.messageText, "\n"),
  };
}
