import type { Node } from "../resolve/spec-document.ts";
import type { Server, ServerVariable } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs } from "./docs.ts";
import { entries, expectObject, items, member, text, texts } from "./read.ts";

/** OpenAPI 3.1, section 4.8.5 (Server Object). */
export function buildServers(root: Node, context: ModelContext): Server[] {
  return items(root, "servers", context).flatMap((node) => {
    const template = text(node, "url", context);
    if (template === undefined) return [];
    const variables = buildVariables(node, context);
    const url = fill(template, variables);
    const docs = buildDocs(node, context);
    return [{ url, template: withoutSlashes(template), variables, docs }];
  });
}

/** The URL of a server, its variables with their defaults. */
export function serverUrl(node: Node, context: ModelContext): string | undefined {
  const url = text(node, "url", context);
  return url === undefined ? undefined : fill(url, buildVariables(node, context)) || undefined;
}

function fill(template: string, variables: readonly ServerVariable[]): string {
  const defaults = new Map(variables.map((variable) => [variable.name, variable.default]));
  const filled = template.replace(
    /\{([^{}]+)\}/g,
    (whole, name: string) => defaults.get(name) ?? whole,
  );
  return withoutSlashes(filled);
}

function buildVariables(server: Node, context: ModelContext): ServerVariable[] {
  return entries(server, "variables", context).flatMap(([name, entry]) => {
    const node = expectObject(entry, context);
    if (!node) return [];
    const usual = text(node, "default", context);
    const values = texts(node, "enum", context);
    return [
      {
        name,
        ...(usual !== undefined && { default: usual }),
        ...(member(node, "enum") && values.length > 0 && { values }),
        docs: buildDocs(node, context),
      },
    ];
  });
}

// A regular expression takes time by the square of a row of slashes.
function withoutSlashes(url: string): string {
  let end = url.length;
  while (url[end - 1] === "/") end -= 1;
  return url.slice(0, end);
}
