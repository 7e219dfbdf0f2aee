import { globSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const source = join(import.meta.dirname, "../../packages/generator/src");
/** The file of the model, and the folder of its subjects. */
const model = join(source, "model/api-model");

/**
 * Text of a spec reaches code through the functions that make it a literal or an identifier, and comments through
 * `docView`. Here stands what is put into other text as it is, with the reason why it may.
 */
const AS_IT_IS: Readonly<Record<string, string>> = {
  "targets/client/connect-view.ts: HeaderOption.header": "stands in a comment, which docView makes",
  "targets/client/errors-view.ts: a part.word": "stands in a comment, which docView makes",
  "targets/client/resource-view.ts: Response.status": "stands in a comment, which docView makes",
  "targets/client/target.ts: Resource.id": "is compared, not printed",
  "targets/server-stubs/server-view.ts: Resource.id": "is compared, not printed",
  "targets/shared/environment.ts: ApiModel.name":
    "becomes capitals, digits and underscores, or nothing",
  "targets/shared/environment.ts: a part.option":
    "becomes capitals, digits and underscores, or nothing",
  "targets/shared/operation-parts.ts: Operation.path": "stands in a comment, which docView makes",
  "targets/validators/explain-rules.ts: a part.format": "one of a dozen words that we know",
};

const files = globSync("targets/**/*.ts", { cwd: source })
  .filter((file) => !file.endsWith(".test.ts"))
  .map((file) => join(source, file));

const program = ts.createProgram(files, {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
});
const checker = program.getTypeChecker();

/** The member of the model that an expression reads, such as `schema.pattern`, also where it was taken apart before. */
function memberRead(node: ts.Expression): string | undefined {
  const symbol = checker.getSymbolAtLocation(
    ts.isPropertyAccessExpression(node) ? node.name : node,
  );
  const declaration = symbol?.declarations?.[0];
  if (!symbol || !declaration) return undefined;
  const own = ts.isBindingElement(declaration) ? memberOf(declaration) : symbol;
  const holder = own?.declarations?.find((one) => isOfModel(one.getSourceFile().fileName))?.parent;
  if (!own || !holder || !isText(node)) return undefined;
  return `${ts.isInterfaceDeclaration(holder) ? holder.name.text : "a part"}.${own.name}`;
}

function isOfModel(file: string): boolean {
  return file === `${model}.ts` || file.startsWith(`${model}/`);
}

function memberOf(element: ts.BindingElement): ts.Symbol | undefined {
  const name = (element.propertyName ?? element.name).getText();
  return checker.getTypeAtLocation(element.parent).getProperty(name);
}

// Numbers, flags and words that the model itself chooses cannot be anything of a stranger's.
function isText(node: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => (part.flags & ts.TypeFlags.String) !== 0);
}

/** Where text of the model is put into other text. */
function rawUses(file: string): string[] {
  const uses: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const part of partsOf(node)) {
      const member = memberRead(part);
      if (member !== undefined) uses.push(`${file.slice(source.length + 1)}: ${member}`);
    }
    ts.forEachChild(node, visit);
  };
  const parsed = program.getSourceFile(file);
  if (parsed) visit(parsed);
  return uses;
}

function partsOf(node: ts.Node): ts.Expression[] {
  if (ts.isTemplateSpan(node)) return [node.expression];
  const isSum = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
  return isSum ? [node.left, node.right] : [];
}

describe("text of a spec", () => {
  it("is put into other text through a function, or for a reason", () => {
    expect(files.length).toBeGreaterThan(20);
    const uses = [...new Set(files.flatMap(rawUses))].sort();
    expect(uses).toEqual(Object.keys(AS_IT_IS).sort());
  });
});
