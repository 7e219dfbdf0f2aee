import { camelCase, pascalCase } from "../naming/casing.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { ModelContext } from "./context.ts";
import { text, texts } from "./read.ts";

interface Named {
  readonly node: Node;
  readonly path: string;
  readonly method: string;
}

/**
 * The id of an operation in the model: the resource's path and a verb, parted by dots.
 *
 * An `operationId` with dots says both: `customers.balanceTransactions.create`. Without dots it is the verb, and the
 * first tag, else the first fixed segment of the path, is the resource.
 */
export function operationName(operation: Named, context: ModelContext): string {
  const id = text(operation.node, "operationId", context);
  if (id === undefined) return pathName(operation);
  const parts = id.split(".").map(camelCase).filter(Boolean);
  if (parts.length > 1) return parts.join(".");
  return `${resourceWord(operation, context)}.${camelCase(id) || verbFromPath(operation)}`;
}

/** The id that method and path give: longer, and different for every operation. */
export function pathName(operation: Named): string {
  const [first = "root"] = fixedSegments(operation.path);
  return `${camelCase(first) || "root"}.${verbFromPath(operation)}`;
}

function resourceWord(operation: Named, context: ModelContext): string {
  const [tag] = texts(operation.node, "tags", context);
  const [segment] = fixedSegments(operation.path);
  return camelCase(tag ?? "") || camelCase(segment ?? "") || "root";
}

function verbFromPath({ method, path }: Named): string {
  const segments = path.split("/").filter(Boolean);
  const said = segments.map((segment) =>
    segment.startsWith("{") ? `By${pascalCase(segment)}` : pascalCase(segment),
  );
  // A method of the API's own may be written in signs alone.
  return (camelCase(method.toLowerCase()) || "send") + said.join("");
}

// Versions and the word `api` are the address of the API, not a part of it.
function fixedSegments(path: string): string[] {
  return path
    .split("/")
    .filter(
      (segment) =>
        segment !== "" && !segment.includes("{") && !/^(?:v\d+[\w.]*|api)$/i.test(segment),
    );
}
