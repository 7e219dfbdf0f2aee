import type { Pagination } from "../api-model.ts";
import type { ModelContext } from "../context.ts";
import { inferPagination } from "./infer.ts";
import type { ListOperation } from "./list-operation.ts";
import { readPagination } from "./read-extension.ts";

/** How the list of an operation goes on, if it gives one: as the document says, else as its names tell. */
export function buildPagination(
  operation: ListOperation,
  context: ModelContext,
): Pagination | undefined {
  const said = readPagination(operation, context);
  if (said === "none") return undefined;
  return said ?? inferPagination(operation, context);
}
