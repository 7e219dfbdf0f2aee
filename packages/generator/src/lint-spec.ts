import type { Report } from "./diagnostics/diagnostic.ts";
import { lint } from "./lint/index.ts";
import type { Schemas } from "./lint/rule.ts";
import type { Schema } from "./model/api-model.ts";
import { buildModel } from "./model/build-model.ts";
import { buildSchema } from "./model/build-schema.ts";
import type { ModelContext } from "./model/context.ts";
import { SchemaRegistry } from "./model/schema-registry.ts";
import type { Node, SpecDocument } from "./resolve/spec-document.ts";
import type { Run } from "./run.ts";
import { shownPath } from "./shown-path.ts";

/**
 * Reports what `generate` would, and where there is no error among that, what the rules find.
 *
 * @param cwd Absolute folder that paths in messages start from.
 * @returns How often a rule found something.
 */
export async function lintSpec(run: Run, cwd: string): Promise<number> {
  const document = await run.load();
  if (!document) return 0;
  buildModel(document, run.report);
  if (run.hasErrors()) return 0;
  let found = 0;
  const report: Report = (diagnostic) => {
    found += 1;
    run.report(diagnostic);
  };
  lint(document, schemasOf(document), report);
  // It takes 0.3 s to load.
  const { checkStandard } = await import("./lint/standard/check-standard.ts");
  await checkStandard(document.root.at.file, valuesOf(document, run, cwd), report);
  return found;
}

function valuesOf(document: SpecDocument, { texts }: Run, cwd: string): Map<string, unknown> {
  const files = [...texts.keys()].map((path) => shownPath(cwd, path));
  return new Map(
    files.map((file) => {
      const root = document.step({ value: { $ref: "#" }, at: { file, pointer: "" } });
      return [file, root?.value];
    }),
  );
}

// The model holds no schema by its place, and what building a schema again would report has been reported already.
function schemasOf(document: SpecDocument): Schemas {
  const context: ModelContext = {
    document,
    report: () => undefined,
    schemas: new SchemaRegistry(document, (node, id) => buildSchema(node, id, context)),
  };
  const built = new Map<string, Schema>();
  const at = (node: Node): Schema => {
    const place = `${node.at.file}#${node.at.pointer}`;
    // Named after its place, which nothing else is: names of parts never collide.
    const schema = built.get(place) ?? buildSchema(node, place, context);
    built.set(place, schema);
    return schema;
  };
  return { at, content: (id) => context.schemas.content(id) };
}
