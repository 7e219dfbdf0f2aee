import type { ApiModel, Docs, HeaderOption, CredentialScheme } from "../../model/api-model.ts";
import { CONTRACT } from "../shared/contract.ts";
import { docView, proseOf, type DocView } from "../shared/doc-view.ts";
import { credentialSchemes, isPair, variableName } from "../shared/environment.ts";
import { objectText, SourceText } from "../shared/layout.ts";
import { propertyKey } from "../shared/literals.ts";
import type { TypeContext } from "../shared/type-text.ts";

/** What `client/connect` prints. */
export type ConnectView = {
  readonly clientOptions: string;
  readonly requestOptions: string;
  /** Options of a single call: credentials, then headers. */
  readonly overrides: readonly OptionView[];
  /** Options of the client: credentials, then what a call may override. */
  readonly options: readonly OptionView[];
  readonly descriptor: string;
  readonly contract: number;
  readonly descriptorValue: string;
  readonly connect: string;
};

export type OptionView = {
  /** As it stands in front of the colon. */
  readonly name: string;
  readonly type: string;
  readonly docs: DocView | null;
};

export function connectView(model: ApiModel, context: TypeContext): ConnectView {
  const { api } = context.names;
  for (const name of ["ApiDescriptor", "ClientOptions", "RequestOptions", "Transport"]) {
    context.imports.runtimeType(name);
  }
  context.imports.runtimeValue("connect");
  context.imports.runtimeValue("withEnvironment");
  const headers = model.options.map(headerView);
  const ofCall = credentialSchemes(model).map((scheme) => callCredentialView(scheme, context));
  return {
    clientOptions: api.clientOptions,
    requestOptions: api.requestOptions,
    overrides: [...ofCall, ...headers],
    options: [
      ...credentialSchemes(model).map((scheme) => credentialView(scheme, model, context)),
      ...headers,
    ],
    descriptor: api.descriptor,
    contract: CONTRACT,
    descriptorValue: objectText(apiDescriptor(model, context), 0),
    connect: api.connect,
  };
}

function credentialView(
  scheme: CredentialScheme,
  model: ApiModel,
  context: TypeContext,
): OptionView {
  const type = context.imports.runtimeType(isPair(scheme) ? "BasicCredentials" : "Secret");
  const name = variableName(model, scheme);
  const note = name && `Default: the environment variable \`${name}\`.`;
  return { name: propertyKey(scheme.option), type, docs: optionDocs(scheme.docs, note) };
}

function callCredentialView(scheme: CredentialScheme, { imports }: TypeContext): OptionView {
  const type = imports.runtimeType(isPair(scheme) ? "BasicCredentials" : "Secret");
  const note = "Default: the client's. A call that is given credentials carries no others.";
  return { name: propertyKey(scheme.option), type, docs: docView([note], 2) };
}

function environmentOf(model: ApiModel): object {
  const secrets = credentialSchemes(model).filter((scheme) => !isPair(scheme));
  const options = [...secrets.map(({ option }) => option), "baseUrl"];
  return Object.fromEntries(options.map((option) => [option, variableName(model, { option })]));
}

function headerView({ name, header, docs }: HeaderOption): OptionView {
  return {
    name: propertyKey(name),
    type: "string",
    docs: optionDocs(docs, `Sent as \`${header}\`.`),
  };
}

function optionDocs(docs: Docs, note?: string): DocView | null {
  return docView([...proseOf(docs), note], 2);
}

function apiDescriptor(model: ApiModel, { imports }: TypeContext): object {
  return {
    server: model.servers[0]?.url ?? "",
    security: Object.fromEntries(
      credentialSchemes(model).map(({ id, docs: _docs, ...scheme }) => [
        id,
        { ...scheme, write: new SourceText(imports.runtimeValue(writerOf(scheme))) },
      ]),
    ),
    headerOptions: Object.fromEntries(model.options.map(({ name, header }) => [name, header])),
    environment: environmentOf(model),
  };
}

/** The function of the runtime that writes the credentials of a scheme. */
function writerOf(scheme: Pick<CredentialScheme, "type"> & { readonly scheme?: string }): string {
  if (scheme.type === "apiKey") return "writeApiKey";
  if (scheme.type !== "http" || scheme.scheme === "bearer") return "writeBearer";
  return scheme.scheme === "basic" ? "writeBasic" : "writeAuthorization";
}
