import type { Node } from "../resolve/spec-document.ts";
import type { Docs } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { flag, member, object, text } from "./read.ts";

export const NO_DOCS: Docs = {};

/** Prose of an Operation, Parameter, Schema, Response, Tag or Server Object. */
export function buildDocs(node: Node, context: ModelContext): Docs {
  const summary = text(node, "summary", context) ?? title(node);
  const description = text(node, "description", context);
  const deprecated = flag(node, "deprecated", context);
  const source = externalDocs(node, context);
  const fallback = member(node, "default");
  return {
    ...(summary !== undefined && { summary }),
    ...(description !== undefined && { description }),
    ...(deprecated === true && { deprecated }),
    ...(fallback !== undefined && { default: JSON.stringify(fallback.value) }),
    ...(source !== undefined && { source }),
  };
}

// A schema's title is often its name again: it serves where there is no other prose, and where it is more than a word.
function title(node: Node): string | undefined {
  if (member(node, "description")) return undefined;
  const value = member(node, "title")?.value;
  return typeof value === "string" && /\s/.test(value) ? value : undefined;
}

function externalDocs(node: Node, context: ModelContext): string | undefined {
  if (!member(node, "externalDocs")) return undefined;
  const docs = object(node, "externalDocs", context);
  return docs && text(docs, "url", context);
}

/** `primary` where it says something, else `fallback`. */
export function preferDocs(primary: Docs, fallback: Docs): Docs {
  const says = primary.summary !== undefined || primary.description !== undefined;
  return says ? primary : { ...fallback, ...primary };
}
