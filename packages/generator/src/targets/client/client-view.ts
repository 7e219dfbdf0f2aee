import type { ApiModel, Resource } from "../../model/api-model.ts";
import { docView, proseOf, withoutTags, type DocView } from "../shared/doc-view.ts";
import type { TypeContext } from "../shared/type-text.ts";
import { childView, type ChildView } from "./resource-view.ts";

/** What `client/client` prints. */
export type ClientView = {
  readonly name: string;
  readonly docs: DocView | null;
  readonly options: string;
  readonly requestOptions: string;
  readonly connect: string;
  readonly children: readonly ChildView[];
};

export function clientView(
  model: ApiModel,
  roots: readonly Resource[],
  context: TypeContext,
): ClientView {
  const { api } = context.names;
  const connect = { target: "client", path: "connect.ts" };
  context.imports.runtimeValue("ApiResource");
  context.imports.runtimeValue("derive");
  context.imports.runtimeType("Transport");
  return {
    name: api.client,
    docs: docView([`${withoutTags(model.title)}.`, ...proseOf(model.docs)]),
    options: context.imports.type(api.clientOptions, connect),
    requestOptions: context.imports.type(api.requestOptions, connect),
    connect: context.imports.value(api.connect, connect),
    children: roots.map((resource) => childView(resource, context)),
  };
}
