import type { ApiModel, Operation } from "../../model/api-model.ts";
import { exportedSchemas } from "./exported.ts";
import { docView, type DocView } from "../shared/doc-view.ts";
import { objectText, SourceText } from "../shared/layout.ts";
import { answerMedia, answerSchema } from "../shared/operation-parts.ts";
import type { TypeContext } from "../shared/type-text.ts";

/** What `validators/by-operation` prints. */
export type ByOperationView = {
  readonly docs: DocView | null;
  /** Validators by id of the operation, as an object literal. */
  readonly validators: string;
};

/** The validators of what operations take and give. */
export function byOperationView(model: ApiModel, context: TypeContext): ByOperationView {
  context.imports.runtimeType("ValidatorsByOperation", "validate");
  const exported = new Set(exportedSchemas(model));
  const operations = model.resources.flatMap((resource) => resource.operations);
  const entries = operations.flatMap((operation) => {
    const found = validatorsOf(operation, exported, context);
    return found === undefined ? [] : [[operation.id, found] as const];
  });
  return {
    docs: docView([
      "The validators of what operations take and give, for a client that checks its calls.",
    ]),
    validators: entries.length === 0 ? "{}" : objectText(Object.fromEntries(entries), 0),
  };
}

function validatorsOf(
  operation: Operation,
  exported: ReadonlySet<string>,
  context: TypeContext,
): object | undefined {
  const media = answerMedia(operation);
  const [only] = media;
  const answer = media.length === 1 && only ? answerSchema(only) : undefined;
  const params = nameOf(operation.params?.schema, exported, context);
  const output = nameOf(answer, exported, context);
  return params || output ? { params, output } : undefined;
}

function nameOf(
  schema: string | undefined,
  exported: ReadonlySet<string>,
  { names, imports, schemas }: TypeContext,
): SourceText | undefined {
  const named = schema === undefined ? undefined : schemas.get(schema);
  if (!named || !exported.has(named.id)) return undefined;
  const path = names.schemaFile(named.owner);
  return new SourceText(imports.value(names.validator(named.id), { target: "validators", path }));
}
