import type { Place } from "../diagnostics/diagnostic.ts";

/** A value of the spec together with its place. */
export interface Node {
  readonly value: unknown;
  readonly at: Place;
}

/** A spec of one or many files, with references followed on request. */
export interface SpecDocument {
  /** The entry document's root. */
  readonly root: Node;
  /**
   * Follows `$ref` (OpenAPI 3.1, section 4.8.23 Reference Object) until a value that is not a reference.
   * A Schema Object's `$ref` with siblings is followed too; the caller looks at the siblings first.
   *
   * @returns `undefined` when the reference leads nowhere or in a circle; that has been reported, once.
   */
  follow(node: Node): Node | undefined;
  /** One step of `follow`: the target of the node's own `$ref`, or the node itself when it has none. */
  step(node: Node): Node | undefined;
  /** The same for a reference that may lead nowhere: nothing is reported. */
  find(node: Node): Node | undefined;
  /**
   * The target of the node's `$dynamicRef`. JSON Schema 2020-12 (Core), section 8.2.3.2.
   *
   * @param scope The schemas that led here, outermost first, each by its {@link scopeOf}.
   */
  dynamicStep(node: Node, scope: Scope): Node | undefined;
  /** The schema with a URI that the node is in, where that has dynamic anchors, so that it matters who leads here. */
  scopeOf(node: Node): Scope;
  /** Whether keywords beside `$ref` have no meaning here, as in drafts of JSON Schema before 2019. */
  hasBareRefs(node: Node): boolean;
}

/** Schemas that have dynamic anchors: the place of each, and the names of its anchors. */
export type Scope = readonly (Place & { readonly anchors: ReadonlySet<string> })[];

/** The member `key` of an object or array node; `undefined` when it is not there. Own members only. */
export type Child = (node: Node, key: string | number) => Node | undefined;
