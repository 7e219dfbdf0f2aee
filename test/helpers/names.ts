import { createReporter } from "../../packages/generator/src/diagnostics/reporter.ts";
import type { Diagnostic } from "../../packages/generator/src/diagnostics/diagnostic.ts";
import { readSpec } from "../../packages/generator/src/load/read-spec.ts";
import type { ApiModel } from "../../packages/generator/src/model/api-model.ts";
import { buildModel } from "../../packages/generator/src/model/build-model.ts";
import { createNameTable, type NameTable } from "../../packages/generator/src/naming/name-table.ts";
import { createSpecDocument } from "../../packages/generator/src/resolve/create-document.ts";
import { inMemory } from "./generate.ts";

/** What a document is called in generated code. */
export interface NamedDocument {
  readonly model: ApiModel;
  readonly names: NameTable;
  readonly diagnostics: readonly Diagnostic[];
  /** `client.users.list` by `GET /users`; of several with one key the last. */
  readonly calls: ReadonlyMap<string, string>;
}

/** Builds the model of a document that exists only as a value, and names it. */
export async function nameDocument(
  document: Readonly<Record<string, unknown>>,
): Promise<NamedDocument> {
  const reporter = createReporter();
  const text = JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Shop API", version: "1" },
    ...document,
  });
  const files = await readSpec(
    { path: "/spec/openapi.json", cwd: "/" },
    inMemory({ "spec/openapi.json": text }),
    reporter.report,
  );
  if (!files) throw new Error("the document could not be read");
  const model = buildModel(createSpecDocument(files, reporter.report), reporter.report);
  const names = createNameTable(model);
  const calls = model.resources.flatMap(({ id, operations }) =>
    operations.map((operation): [string, string] => [
      `${operation.method} ${operation.path}`,
      `client.${propertyPath(id, names)}.${names.method(operation.id)}`,
    ]),
  );
  return { model, names, diagnostics: reporter.diagnostics, calls: new Map(calls) };
}

function propertyPath(id: string, names: NameTable): string {
  const segments = id.split(".");
  return segments
    .map((_, index) => names.resourceProperty(segments.slice(0, index + 1).join(".")))
    .join(".");
}
