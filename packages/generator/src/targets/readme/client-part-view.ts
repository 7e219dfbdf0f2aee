import type { ApiModel } from "../../model/api-model.ts";
import { credentialSchemes, variableName } from "../shared/environment.ts";
import { valueText } from "../shared/layout.ts";
import type { ChosenOperations } from "./choose-operations.ts";
import { callText, descriptorCall } from "./call-text.ts";
import { entryOf, runtimeEntry } from "./entries.ts";
import { firstParagraph, markdownCode, markdownText } from "./markdown-text.ts";
import type { ReadmeContext } from "./readme-view.ts";

/** What `readme/client` prints. */
export type ClientPartView = {
  /** Module that programs import the client from, as a string literal. */
  readonly entry: string;
  readonly runtime: string;
  readonly className: string;
  /** `new ShopClient({ apiKey: "…" })` */
  readonly construction: string;
  /** `books.retrieve("book")`, called on the client; `null` where no operation can be called in few words. */
  readonly read: string | null;
  readonly write: string | null;
  readonly list: string | null;
  readonly options: readonly OptionRow[];
  /** `null` where the API sends none. */
  readonly webhooks: { readonly receiver: string } | null;
  /** One operation without the others. */
  readonly single: SinglePart | null;
};

export type SinglePart = {
  readonly connect: string;
  readonly descriptor: string;
  /** Module of the descriptors, as a string literal. */
  readonly operations: string;
  readonly call: string;
};

export type OptionRow = {
  readonly name: string;
  /** The environment variable it defaults to; a dash where there is none. */
  readonly variable: string;
  readonly meaning: string;
};

export function clientPart(
  model: ApiModel,
  { read, write, list }: ChosenOperations,
  context: ReadmeContext,
): ClientPartView {
  const { api } = context.names;
  const one = read ?? write ?? list;
  return {
    entry: JSON.stringify(entryOf("client", context.holder)),
    runtime: JSON.stringify(runtimeEntry(context.holder, context.runtime)),
    className: api.client,
    construction: construction(model, api.client),
    read: read ? callText(read, context.names) : null,
    write: write && write !== read ? callText(write, context.names) : null,
    list: list ? callText(list, context.names) : null,
    options: optionRows(model),
    webhooks: model.webhooks.some(({ schema }) => schema) ? { receiver: api.webhooks } : null,
    single: one
      ? {
          connect: api.connect,
          operations: JSON.stringify(entryOf("operations", context.holder)),
          descriptor: context.names.descriptor(one.operation.id),
          call: descriptorCall(one, context.names),
        }
      : null,
  };
}

function construction(model: ApiModel, className: string): string {
  const [first] = credentialSchemes(model);
  if (!first) return `new ${className}()`;
  const credentials = variableName(model, first) === undefined ? PAIR : "…";
  const value = { [first.option]: credentials };
  return `new ${className}(${valueText(value, `const client = new ${className}(`.length, 2, 0)})`;
}

const PAIR = { username: "…", password: "…" };

function optionRows(model: ApiModel): OptionRow[] {
  const secrets = credentialSchemes(model).map((scheme) => ({
    name: markdownCode(scheme.option),
    variable: variable(variableName(model, scheme)),
    meaning: meaning(scheme.docs.description) || "Credentials.",
  }));
  const headers = model.options.map(({ name, header, docs }) => ({
    name: markdownCode(name),
    variable: "–",
    meaning: `${meaning(docs.description)} Sent as ${markdownCode(header)}.`.trim(),
  }));
  const server = model.servers[0]?.url ?? "";
  const base = {
    name: "`baseUrl`",
    variable: variable(variableName(model, { option: "baseUrl" })),
    meaning: `Where requests go.${server === "" ? "" : ` Default: ${markdownCode(server)}.`}`,
  };
  return [...secrets, ...headers, base];
}

function variable(name: string | undefined): string {
  return name === undefined ? "–" : markdownCode(name);
}

function meaning(description: string | undefined): string {
  return markdownText(firstParagraph(description ?? ""));
}
