import type { ApiModel } from "../../model/api-model.ts";
import type { NameTable } from "../../naming/name-table.ts";
import { schemaMap } from "../shared/operation-parts.ts";
import { chooseOperations } from "./choose-operations.ts";
import { clientPart, type ClientPartView } from "./client-part-view.ts";
import type { ReadmePackage } from "./entries.ts";
import { firstParagraph, markdownText } from "./markdown-text.ts";
import { serverPart, type ServerPartView } from "./server-part-view.ts";

/** What `readme/page` prints. Every text of the spec in it is escaped for Markdown. */
export type ReadmeView = {
  readonly title: string;
  /** First paragraph of the API's description; `null` where it says nothing. */
  readonly about: string | null;
  /** Name to install it by; `null` where it is no package of its own. */
  readonly package: string | null;
  /** `null` where the client is not printed into this package. */
  readonly client: ClientPartView | null;
  /** `null` where the server stubs are not. */
  readonly server: ServerPartView | null;
};

/** What a README needs to know besides the API. */
export interface ReadmeContext {
  readonly names: NameTable;
  readonly holder: ReadmePackage;
  readonly runtime: "package" | "inline";
}

/** The README of a package; `undefined` where it holds neither client nor server stubs. */
export function readmeView(model: ApiModel, context: ReadmeContext): ReadmeView | undefined {
  const { targets, name } = context.holder;
  const has = (target: string): boolean => Object.hasOwn(targets, target);
  if (!has("client") && !has("server-stubs")) return undefined;
  const chosen = chooseOperations(model, schemaMap(model.schemas));
  const { summary, description } = model.docs;
  const about = firstParagraph(description ?? summary ?? "");
  return {
    title: markdownText(model.title) || context.names.api.client,
    about: about === "" ? null : markdownText(about),
    package: name ?? null,
    client: has("client") ? clientPart(model, chosen, context) : null,
    server: has("server-stubs") ? serverPart(model, chosen, context) : null,
  };
}
