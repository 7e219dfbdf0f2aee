import type { OperationId } from "../model/api-model.ts";
import { digest } from "./digest.ts";

/**
 * The ids that operations have already. Who comes first keeps its name, so that what is added at the end of a document
 * changes nothing before it.
 */
export class OperationIds {
  readonly #operations = new Set<OperationId>();
  readonly #resources = new Set<string>();

  /** Takes the first of `candidates` that is free. */
  claim(candidates: Iterable<OperationId>): OperationId {
    let id = "";
    for (id of candidates) if (this.#isFree(id)) break;
    // Only a document made for it gets here: the last candidate is nobody else's.
    while (!this.#isFree(id)) id += digest(id);
    this.#operations.add(id);
    for (const resource of resourcesOf(id)) this.#resources.add(resource);
    return id;
  }

  /** Whatever an operation is a method of, or lies below. */
  resources(): Iterable<string> {
    return this.#resources;
  }

  // A resource and a method of one name would be one property.
  #isFree(id: OperationId): boolean {
    if (this.#operations.has(id) || this.#resources.has(id)) return false;
    return resourcesOf(id).every((resource) => !this.#operations.has(resource));
  }
}

/** `a.b.list` → `a`, `a.b`. */
function resourcesOf(id: OperationId): string[] {
  const segments = id.split(".");
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("."));
}
