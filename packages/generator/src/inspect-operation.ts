import type { Report } from "./diagnostics/diagnostic.ts";
import type { ApiModel, Operation } from "./model/api-model.ts";
import { buildModel } from "./model/build-model.ts";
import type { ModelOptions } from "./model/model-options.ts";
import { createNameTable } from "./naming/name-table.ts";
import type { OutputLayout } from "./plan/layout.ts";
import { planUnits } from "./plan/plan-units.ts";
import type { SpecDocument } from "./resolve/spec-document.ts";
import { builtInTargets } from "./targets/index.ts";
import { references } from "./model/references.ts";

/** One operation as every step sees it: what `specwright inspect ID` prints. */
export interface Inspection {
  readonly operation: Operation;
  /** The schemas it names itself, by id. */
  readonly schemas: Readonly<Record<string, unknown>>;
  /** The files it is printed in, with the views they are printed from. */
  readonly files: readonly {
    readonly file: string;
    readonly template: string;
    readonly view: unknown;
  }[];
}

/** `undefined` when the model has no operation of that id. */
export function inspectOperation(
  document: SpecDocument,
  layout: OutputLayout & ModelOptions,
  id: string,
  report: Report,
): Inspection | undefined {
  const model = buildModel(document, report, layout);
  const resource = model.resources.find(({ operations }) =>
    operations.some((one) => one.id === id),
  );
  const operation = resource?.operations.find((one) => one.id === id);
  if (!resource || !operation) return undefined;
  const path = `${createNameTable(model).resourceFile(resource.id)}.ts`;
  const named = new Set(schemasOf(operation));
  return {
    operation,
    schemas: Object.fromEntries(
      model.schemas
        .filter((schema) => named.has(schema.id))
        .map(({ id: name, schema }) => [name, schema]),
    ),
    files: planUnits(only(model, id), builtInTargets, layout, report)
      .filter((unit) => PER_RESOURCE.has(unit.template) && unit.path.endsWith(path))
      .map(({ file, template, view }) => ({ file, template, view })),
  };
}

/** Ids of all operations, for a hint at the one that was meant. */
export function operationIds(document: SpecDocument, report: Report): string[] {
  const { resources } = buildModel(document, report);
  return resources.flatMap(({ operations }) => operations.map(({ id }) => id));
}

const PER_RESOURCE = new Set(["operations/file", "client/resource", "server-stubs/handlers"]);

function schemasOf({ params, parameters, responses }: Operation): string[] {
  return [
    ...(params ? [params.schema] : []),
    ...parameters.flatMap(({ schema }) => references(schema)),
    ...responses
      .flatMap(({ content, headers = [] }) => [
        ...content.flatMap((one) => [one.schema, one.itemSchema]),
        ...headers.map(({ schema }) => schema),
      ])
      .flatMap((schema) => (schema ? references(schema) : [])),
  ];
}

// Every resource stays, since schemas are printed in their files; of the operations only the one that is asked for.
function only(model: ApiModel, id: string): ApiModel {
  const resources = model.resources.map((resource) => ({
    ...resource,
    operations: resource.operations.filter((operation) => operation.id === id),
  }));
  return { ...model, resources };
}
