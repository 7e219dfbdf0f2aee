import { selectorWithoutMatch } from "../diagnostics/catalog/overlay.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { ApiModel, NamedSchema, SchemaId } from "./api-model.ts";
import { reachable, readRoots, writeRoots } from "./reachable.ts";
import { parseSelectors, type Selectable, type Selector } from "./selectors.ts";

/** Selectors of what is generated; see `Filter` of the configuration. */
export interface FilterTexts {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** What is taken of a document. */
export class Filter {
  readonly #include: readonly Selector[];
  readonly #exclude: readonly Selector[];
  readonly #matched = new Set<Selector>();
  readonly #report: Report;

  constructor({ include = [], exclude = [] }: FilterTexts, report: Report) {
    this.#include = parseSelectors(include, report);
    this.#exclude = parseSelectors(exclude, report);
    this.#report = report;
  }

  /** Whether anything is to be left out. */
  get isActive(): boolean {
    return this.#include.length + this.#exclude.length > 0;
  }

  /** Whether an operation is taken. */
  takes(operation: Selectable): boolean {
    // All are asked, so that each is known to select something.
    const isIncluded = this.#any(this.#include, operation);
    const isExcluded = this.#any(this.#exclude, operation);
    return (isIncluded || !this.#include.some(({ schema }) => schema === undefined)) && !isExcluded;
  }

  /** Leaves out the schemas that nothing is left to lead to. */
  prune(model: ApiModel): ApiModel {
    if (!this.isActive) return model;
    const schemas = new Map(model.schemas.map((named) => [named.id, named]));
    const kept = this.#named(this.#include, schemas);
    this.#named(this.#exclude, schemas);
    const roots = [...writeRoots(model), ...readRoots(model), ...kept];
    const used = reachable(roots, schemas);
    return { ...model, schemas: model.schemas.filter(({ id }) => used.has(id)) };
  }

  /** Reports selectors that fit nothing. Call it last. */
  reportUnmatched(known: readonly string[]): void {
    for (const selector of [...this.#include, ...this.#exclude]) {
      if (this.#matched.has(selector)) continue;
      this.#report(selectorWithoutMatch(selector.text, nearest(selector.text, known)));
    }
  }

  #any(selectors: readonly Selector[], operation: Selectable): boolean {
    const fitting = selectors.filter((selector) => selector.selects(operation));
    for (const selector of fitting) this.#matched.add(selector);
    return fitting.length > 0;
  }

  #named(selectors: readonly Selector[], schemas: ReadonlyMap<SchemaId, NamedSchema>): SchemaId[] {
    return selectors.flatMap((selector) => {
      const { schema } = selector;
      if (schema === undefined || !schemas.has(schema)) return [];
      this.#matched.add(selector);
      return [schema];
    });
  }
}
