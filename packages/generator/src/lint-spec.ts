import type { Diagnostic, Report } from "./diagnostics/diagnostic.ts";
import { lint } from "./lint/index.ts";
import type { Schemas } from "./lint/rule.ts";
import type { Schema } from "./model/api-model.ts";
import { buildModel } from "./model/build-model.ts";
import { buildSchema } from "./model/build-schema.ts";
import type { ModelContext } from "./model/context.ts";
import { SchemaRegistry } from "./model/schema-registry.ts";
import type { Node, SpecDocument } from "./resolve/spec-document.ts";
import type { Run } from "./run.ts";

/**
 * Reports what `generate` would, and where there is no error among that, what the rules find.
 *
 * @returns How often a rule found something.
 */
export async function lintSpec(run: Run): Promise<number> {
  const document = await run.load();
  if (!document) return 0;
  buildModel(document, run.report);
  if (run.hasErrors()) return 0;
  let found = 0;
  const report: Report = (diagnostic: Diagnostic) => {
    found += 1;
    run.report(diagnostic);
  };
  lint(document, schemasOf(document), report);
  return found;
}

// The model holds no schema by its place, and what building a schema again would report has been reported already.
function schemasOf(document: SpecDocument): Schemas {
  const context: ModelContext = {
    document,
    report: () => undefined,
    schemas: new SchemaRegistry((node, id) => buildSchema(node, id, context)),
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
