import { wrongSelector } from "../diagnostics/catalog/overlay.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Node } from "../resolve/spec-document.ts";
import { member } from "./read.ts";

/** What a selector may look at. */
export interface Selectable {
  /** Absent where the document gives it none. */
  readonly operationId?: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
  readonly isDeprecated: boolean;
}

/** What selectors are told of an Operation Object. What is wrong with it is told elsewhere. */
export function selectable(node: Node, method: string, path: string): Selectable {
  const operationId = member(node, "operationId")?.value;
  const tags = member(node, "tags")?.value;
  return {
    method,
    path,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [],
    isDeprecated: member(node, "deprecated")?.value === true,
    ...(typeof operationId === "string" && { operationId }),
  };
}

/** A selector of `--include` or `--exclude`, as the user wrote it. */
export interface Selector {
  readonly text: string;
  /** Tells whether it selects an operation. */
  readonly selects: (operation: Selectable) => boolean;
  /** The component that it names, for `schema:`. */
  readonly schema?: string;
}

/** Understands selectors; those that are none are reported and left out. */
export function parseSelectors(texts: readonly string[], report: Report): Selector[] {
  return texts.flatMap((text) => {
    const selector = parse(text);
    if (!selector) report(wrongSelector(text));
    return selector ?? [];
  });
}

function parse(text: string): Selector | undefined {
  if (text === "deprecated") return { text, selects: ({ isDeprecated }) => isDeprecated };
  const [, kind, value = ""] = /^(\w+):(.+)$/su.exec(text) ?? [];
  switch (kind) {
    case "tag":
      return { text, selects: ({ tags }) => tags.includes(value) };
    case "path": {
      const glob = globPattern(value);
      return { text, selects: ({ path }) => glob.test(path) };
    }
    case "operation":
      return {
        text,
        selects: ({ operationId, method, path }) =>
          operationId === value || `${method.toUpperCase()} ${path}` === value,
      };
    case "schema":
      return { text, selects: () => false, schema: value };
    default:
      return undefined;
  }
}

/** `*` is anything within a segment, `**` anything at all. */
function globPattern(glob: string): RegExp {
  const parts = glob.split(/(\*\*?)/).map((part) => {
    if (part === "**") return ".*";
    return part === "*" ? "[^/]*" : part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`, "su");
}
