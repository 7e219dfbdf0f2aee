import type { Node } from "../resolve/spec-document.ts";
import type { HeaderOption, RequiredHeader } from "./api-model.ts";
import { camelCase } from "../naming/casing.ts";
import { COMMON_OPTIONS } from "../naming/option-names.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs } from "./docs.ts";
import { entries, flag, items, keys, member, object, text } from "./read.ts";

/**
 * The option a header parameter stands for, by its extension `x-specwright: { option: stripeAccount }`: such headers
 * concern every call alike, so they are set on the client or per call instead of among the parameters.
 */
export function headerOption(parameter: Node, context: ModelContext): string | undefined {
  if (!member(parameter, "x-specwright")) return undefined;
  const extension = object(parameter, "x-specwright", context);
  const option = extension && text(extension, "option", context);
  const name = option === undefined ? "" : camelCase(option);
  return (COMMON_OPTIONS.has(name) ? `${name}Header` : name) || undefined;
}

/**
 * A header option that the operation requires, with the default of its schema: `Stripe-Version` where a preview asks for
 * it. It travels unless the caller sets another value.
 */
export function requiredHeader(parameter: Node, context: ModelContext): RequiredHeader | undefined {
  if (headerOption(parameter, context) === undefined) return undefined;
  if (flag(parameter, "required", context) !== true) return undefined;
  const schema = object(parameter, "schema", context);
  const value = schema && member(schema, "default")?.value;
  const name = text(parameter, "name", context);
  if (typeof value !== "string" || name === undefined) return undefined;
  return { name: name.toLowerCase(), value };
}

/** The header of draft-ietf-httpapi-idempotency-key-header: the runtime mints its values. */
export function isIdempotencyKey(parameter: Node, context: ModelContext): boolean {
  return (
    text(parameter, "in", context) === "header" &&
    text(parameter, "name", context)?.toLowerCase() === "idempotency-key"
  );
}

/** Every header option of the document, once. */
export function collectHeaderOptions(root: Node, context: ModelContext): HeaderOption[] {
  const found = new Map<string, HeaderOption>();
  for (const parameter of allParameters(root, context)) {
    const name = headerOption(parameter, context);
    const header = text(parameter, "name", context);
    if (name === undefined || header === undefined || found.has(name)) continue;
    found.set(name, { name, header, docs: buildDocs(parameter, context) });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function allParameters(root: Node, context: ModelContext): Node[] {
  if (!member(root, "paths")) return [];
  return entries(root, "paths", context).flatMap(([, reference]) => {
    const pathItem = context.document.follow(reference);
    if (!pathItem) return [];
    const operations = keys(pathItem).flatMap((key) => member(pathItem, key) ?? []);
    return [pathItem, ...operations].flatMap((holder) => parametersOf(holder, context));
  });
}

function parametersOf(holder: Node, context: ModelContext): Node[] {
  if (!Array.isArray(member(holder, "parameters")?.value)) return [];
  return items(holder, "parameters", context).flatMap(
    (node) => context.document.follow(node) ?? [],
  );
}
