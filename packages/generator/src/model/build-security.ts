import {
  unknownSecurityScheme,
  unknownValue,
  unsupportedSecurityScheme,
} from "../diagnostics/catalog/model.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { camelCase } from "../naming/casing.ts";
import { COMMON_OPTIONS } from "../naming/option-names.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { CredentialScheme, SecurityRequirement, SecurityScheme } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs } from "./docs.ts";
import { longerName } from "./longer-name.ts";
import {
  below,
  entries,
  expectObject,
  items,
  keys,
  member,
  object,
  placeOf,
  requiredText,
  text,
  texts,
} from "./read.ts";

const TYPES = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"] as const;
const PLACES = ["header", "query", "cookie"] as const;

/** What the name of an HTTP scheme is made of. RFC 9110, section 5.6.2. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const OWN_HEADER = "set the Authorization header yourself, with the option `headers`";

/** OpenAPI 3.1, section 4.8.27 (Security Scheme Object). Sorted by id. */
export function buildSecuritySchemes(root: Node, context: ModelContext): SecurityScheme[] {
  const components = member(root, "components") && object(root, "components", context);
  if (!components) return [];
  const schemes = entries(components, "securitySchemes", context)
    .flatMap(([id, reference]) => {
      const target = context.document.follow(reference);
      const node = target && expectObject(target, context);
      return (node && buildScheme(id, node, context)) ?? [];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return withOwnOptions(schemes);
}

/** Gives each scheme an option of its own: of two that would share one, it goes to the one that is spelled so. */
function withOwnOptions(schemes: readonly SecurityScheme[]): SecurityScheme[] {
  const taken = new Set(COMMON_OPTIONS);
  const options = new Map<string, string>();
  const bySpelling = schemes
    .filter((scheme) => scheme.type !== "mutualTLS")
    .sort((a, b) => Number(b.id === b.option) - Number(a.id === a.option));
  for (const { id, option } of bySpelling) {
    const own = longerName(option, (name) => taken.has(name), ["Credentials", "SchemeCredentials"]);
    taken.add(own);
    options.set(id, own);
  }
  return schemes.map((scheme) =>
    scheme.type === "mutualTLS"
      ? scheme
      : { ...scheme, option: options.get(scheme.id) ?? scheme.option },
  );
}

function buildScheme(id: string, node: Node, context: ModelContext): SecurityScheme | undefined {
  const extension = member(node, "x-specwright") && object(node, "x-specwright", context);
  const option =
    camelCase((extension && text(extension, "option", context)) ?? id) || "credentials";
  const common = { id, option, docs: buildDocs(node, context) };
  const type = requiredText(node, "type", "A Security Scheme Object", context);
  switch (type) {
    case undefined:
      return undefined;
    case "apiKey":
      return buildApiKey(node, common, context);
    case "http":
      return buildHttp(node, extension, common, context);
    case "oauth2":
    case "openIdConnect":
      return { ...common, type: "oauth2" };
    case "mutualTLS":
      return { id, type, docs: common.docs };
    default:
      context.report(unknownValue(placeOf(node, "type"), type, TYPES, nearest(type, TYPES)));
      return undefined;
  }
}

type Common = Pick<CredentialScheme, "id" | "option" | "docs">;

function buildApiKey(
  node: Node,
  common: Common,
  context: ModelContext,
): SecurityScheme | undefined {
  const place = requiredText(node, "in", "An API key", context);
  const name = requiredText(node, "name", "An API key", context);
  if (place === undefined || name === undefined) return undefined;
  const known = PLACES.find((word) => word === place);
  if (known) return { ...common, type: "apiKey", in: known, name };
  context.report(unknownValue(placeOf(node, "in"), place, PLACES, nearest(place, PLACES)));
  return undefined;
}

// The names of HTTP authentication schemes do not depend on case. RFC 9110, section 11.1.
function buildHttp(
  node: Node,
  extension: Node | undefined,
  common: Common,
  context: ModelContext,
): SecurityScheme | undefined {
  const written = requiredText(node, "scheme", "An HTTP security scheme", context);
  if (written === undefined) return undefined;
  const scheme = written.toLowerCase();
  if (scheme === "bearer") return { ...common, type: "http", scheme };
  if (scheme === "basic") {
    const password = extension && text(extension, "password", context);
    return { ...common, type: "http", scheme, ...(password !== undefined && { password }) };
  }
  if (TOKEN.test(written)) return { ...common, type: "http", scheme: "other", name: written };
  const what = `The HTTP scheme "${written}"`;
  context.report(unsupportedSecurityScheme(placeOf(node, "scheme"), what, OWN_HEADER));
  return undefined;
}

/** The operation's own `security`, else the document's. An empty requirement `{}` makes it optional. */
export function buildSecurity(
  operation: Node,
  root: Node,
  schemes: readonly SecurityScheme[],
  context: ModelContext,
): SecurityRequirement[] {
  const holder = member(operation, "security") ? operation : root;
  return items(holder, "security", context).flatMap((requirement) => {
    const node = expectObject(requirement, context);
    if (!node) return [];
    const ids = keys(node);
    return [{ schemes: ids.map((id) => requiredScheme(id, node, schemes, context)) }];
  });
}

function requiredScheme(
  id: string,
  requirement: Node,
  schemes: readonly SecurityScheme[],
  context: ModelContext,
): SecurityRequirement["schemes"][number] {
  const known = schemes.map((scheme) => scheme.id);
  if (!known.includes(id) && !isDeclared(id, context)) {
    const at = { ...below(requirement.at, id), key: true };
    context.report(unknownSecurityScheme(at, id, nearest(id, known)));
  }
  return { id, scopes: texts(requirement, id, context) };
}

// Declared, but of a kind that is not supported: that has been reported where it is declared.
function isDeclared(id: string, context: ModelContext): boolean {
  const components = member(context.document.root, "components");
  const schemes = components && member(components, "securitySchemes");
  return schemes !== undefined && member(schemes, id) !== undefined;
}
