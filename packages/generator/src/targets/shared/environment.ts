import type { ApiModel, CredentialScheme } from "../../model/api-model.ts";
import { kebabCase } from "../../naming/casing.ts";

/** The Security Schemes whose credentials a client sends. */
export function credentialSchemes({ securitySchemes }: ApiModel): readonly CredentialScheme[] {
  return securitySchemes.filter((scheme) => scheme.type !== "mutualTLS");
}

/** User name and password, which no single variable holds. */
export function isPair(scheme: CredentialScheme): boolean {
  return scheme.type === "http" && scheme.scheme === "basic" && scheme.password === undefined;
}

/** The environment variable of an option: `SHOP_API_KEY`; `undefined` for what cannot be spelled so, or held by one. */
export function variableName(
  model: ApiModel,
  option: CredentialScheme | { readonly option: string },
): string | undefined {
  if ("type" in option && isPair(option)) return undefined;
  const words = kebabCase(`${model.name} ${option.option}`);
  const name = words.replaceAll("-", "_").toUpperCase();
  return /^[A-Z][A-Z0-9_]*$/.test(name) ? name : undefined;
}
