import type { Report } from "../diagnostics/diagnostic.ts";
import { noOperations } from "../diagnostics/catalog/model.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import { apiName } from "../naming/api-name.ts";
import { pascalCase } from "../naming/casing.ts";
import type { ApiModel } from "./api-model.ts";
import { componentContent } from "./component-content.ts";
import { buildDocs } from "./docs.ts";
import { buildErrorEnvelope } from "./error-envelope.ts";
import { buildOperations } from "./build-operations.ts";
import { buildResources } from "./build-resources.ts";
import { buildSchema } from "./build-schema.ts";
import { buildServers } from "./build-servers.ts";
import { buildSecuritySchemes } from "./build-security.ts";
import { buildWebhooks } from "./build-webhooks.ts";
import { readWebhookSignature } from "./webhook-signature.ts";
import { findErrorTypes } from "./error-types.ts";
import { declareFamilies } from "./families.ts";
import { Filter } from "./filter.ts";
import type { ModelContext } from "./context.ts";
import type { ModelOptions } from "./model-options.ts";
import { collectHeaderOptions } from "./header-options.ts";
import { entries, object, placeOf, text } from "./read.ts";
import { SchemaRegistry, typeName } from "./schema-registry.ts";
import { nameValues } from "./name-values.ts";
import { splitShapes } from "./shapes.ts";
import { reportSelfReferences } from "./self-references.ts";

/** Document → model. What is wrong on the way is reported, and the rest is built all the same. */
export function buildModel(
  document: SpecDocument,
  report: Report,
  { types = {}, filter: chosen = {} }: ModelOptions = {},
): ApiModel {
  const { enums = "open-on-read", formats = false, enumObjects = false } = types;
  const filter = new Filter(chosen, report);
  const context: ModelContext = {
    document,
    report,
    assertsFormats: formats,
    types,
    schemas: new SchemaRegistry(document, (node, id) => buildSchema(node, id, context)),
  };
  const { root } = document;
  const info = object(root, "info", context);
  addComponents(root, context);

  const securitySchemes = buildSecuritySchemes(root, context);
  const { operations, callbacks } = buildOperations(root, securitySchemes, context, filter);
  const webhooks = buildWebhooks(root, context, filter);
  if (operations.length === 0 && webhooks.length === 0)
    report(noOperations(placeOf(root, "paths")));
  const resources = buildResources(operations, root, context);
  const callers = buildResources(callbacks, root, context).filter((one) => one.operations.length);
  const errors = buildErrorEnvelope(root, context);
  const title = readTitle(info, context);
  declareFamilies(context);
  const schemas = context.schemas.finish([...resources, ...callers].map(({ id }) => id));
  reportSelfReferences(schemas, context);
  const model: ApiModel = {
    name: readName(root, title, context),
    title,
    version: (info && text(info, "version", context)) ?? "",
    docs: info ? buildDocs(info, context) : {},
    servers: buildServers(root, context),
    securitySchemes,
    options: collectHeaderOptions(root, context),
    ...(errors && { errors }),
    resources,
    webhooks,
    callbacks: callers,
    webhookSignature: readWebhookSignature(root, context),
    schemas,
  };
  const pruned = filter.prune(model);
  filter.reportUnmatched(selectableNames(model));
  const split = splitShapes(pruned, enums === "open-on-read");
  const errorTypes = findErrorTypes(split);
  const whole = { ...split, ...(errorTypes && { errorTypes }) };
  return enumObjects ? nameValues(whole) : whole;
}

// A component that only points into another file is that file's schema, under the component's name. Their order in the
// document has no meaning, so no name may hang on it: they are added by name, and built before anything else is.
function addComponents(root: Node, context: ModelContext): void {
  const components = object(root, "components", context);
  if (!components) return;
  const named = entries(components, "schemas", context).sort(byPlainName);
  const ids = named.map(([name, node]) => {
    const content = componentContent(node, context.document);
    return context.schemas.addComponent(name, content, node);
  });
  for (const id of ids) context.schemas.content(id);
  declareFamilies(context);
}

// Of two that would have the same name it goes to the one that is spelled so.
function byPlainName([a]: readonly [string, Node], [b]: readonly [string, Node]): number {
  const isPlain = (name: string): boolean => typeName(name) === name;
  return Number(isPlain(b)) - Number(isPlain(a)) || (a < b ? -1 : 1);
}

function readTitle(info: Node | undefined, context: ModelContext): string {
  return (info && text(info, "title", context)) ?? "API";
}

function readName(root: Node, title: string, context: ModelContext): string {
  const extension = object(root, "x-specwright", context);
  const name = extension && text(extension, "name", context);
  return name === undefined ? apiName(title) : pascalCase(name) || "Api";
}

// What a selector that fits nothing may have meant.
function selectableNames({ resources, schemas }: ApiModel): string[] {
  const operations = resources.flatMap((resource) => resource.operations);
  return [
    ...operations.flatMap(({ tags, path }) => [...tags.map((tag) => `tag:${tag}`), `path:${path}`]),
    ...schemas.filter(({ declared }) => declared).map(({ id }) => `schema:${id}`),
  ];
}
