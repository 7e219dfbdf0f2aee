import type { ApiModel } from "../../model/api-model.ts";
import { objectText, SourceText } from "../shared/layout.ts";
import { isSecured } from "../shared/secured.ts";
import type { ChosenOperations } from "./choose-operations.ts";
import { propertyPath } from "./call-text.ts";
import { entryOf, runtimeEntry } from "./entries.ts";
import type { ReadmeContext } from "./readme-view.ts";

/** What `readme/server` prints. */
export type ServerPartView = {
  readonly entry: string;
  readonly runtime: string;
  readonly createHandler: string;
  readonly createPartialHandler: string;
  /** The options of the snippet: a handler, and who may call. */
  readonly options: string;
  readonly authenticates: boolean;
};

export function serverPart(
  model: ApiModel,
  { read, write, list }: ChosenOperations,
  context: ReadmeContext,
): ServerPartView {
  const { names, holder, runtime } = context;
  const one = read ?? write ?? list;
  const missing = new SourceText("notYet");
  const method = one && { [names.method(one.operation.id)]: missing };
  const path = one ? propertyPath(one, names) : [];
  const handlers = path.reduceRight<object>((inner, key) => ({ [key]: inner }), method ?? {});
  const ids = isSecured(model) ? model.securitySchemes.map(({ id }) => id) : [];
  const schemes = ids.map((id) => [id, new SourceText("() => undefined")]);
  const authenticate = Object.fromEntries(schemes);
  return {
    entry: JSON.stringify(entryOf("server-stubs", holder)),
    runtime: JSON.stringify(runtimeEntry(holder, runtime, "server")),
    createHandler: names.api.createHandler,
    createPartialHandler: names.api.createPartialHandler,
    options: objectText({ handlers, ...(schemes.length > 0 && { authenticate }) }, 0),
    authenticates: schemes.length > 0,
  };
}
