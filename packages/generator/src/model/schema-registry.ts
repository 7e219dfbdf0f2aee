import type {
  Docs,
  NamedSchema,
  ReferenceSchema,
  ResourceId,
  Schema,
  SchemaId,
} from "./api-model.ts";
import type { Node, Scope, SpecDocument } from "../resolve/spec-document.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { InternalError } from "../diagnostics/internal-error.ts";
import { isIdentifier } from "../naming/identifier.ts";
import { bounded } from "../naming/bounded.ts";
import { pascalCase } from "../naming/casing.ts";
import { spelled } from "../naming/spelled.ts";
import { NO_DOCS } from "./docs.ts";
import { findOwners } from "./find-owners.ts";
import { longerName } from "./longer-name.ts";

/** A schema that has its id but, as long as it is being built, no content. */
type Entry = {
  readonly node: Node;
  /** Who led here, where that decides what its dynamic references mean. */
  readonly scope: Scope;
  state: "waiting" | "building" | Schema;
};

/** Whose an inline schema is: it is printed where its component or its operation is. */
type Origin = { readonly component: SchemaId } | { readonly resource: ResourceId };

interface Hoisted {
  readonly schema: Schema;
  readonly declared: boolean;
  readonly origin: Origin;
}

/**
 * Schemas that are being built at once, each for the one before: inside of it, or because it needs the content of the
 * other. Ten are much in what people write.
 */
const MAX_DEPTH = 64;

/**
 * Gives every named schema its id and builds each of them once, when first needed or at the end.
 *
 * Components come first and so keep their names; schemas that a reference reaches elsewhere, and inline ones, are named
 * after them.
 */
export class SchemaRegistry {
  #depth = 0;
  readonly #idByPlace = new Map<string, SchemaId>();
  readonly #entries = new Map<SchemaId, Entry>();
  readonly #hoisted = new Map<SchemaId, Hoisted>();
  readonly #parts = new Map<string, SchemaId>();
  readonly #apart = new Map<SchemaId, SchemaId>();
  #origin: Origin = { resource: "shared" };
  #scope: Scope = [];
  readonly #document: SpecDocument;
  readonly #build: (node: Node, id: SchemaId) => Schema;

  constructor(document: SpecDocument, build: (node: Node, id: SchemaId) => Schema) {
    this.#document = document;
    this.#build = build;
  }

  /** The schemas with dynamic anchors that led to the one which is being built, outermost first. */
  scopeAt(node: Node): Scope {
    return extended(this.#scope, this.#document.scopeOf(node));
  }

  /**
   * Names the component `name`, which stands at `node`.
   *
   * @param alias Where its name stands, if that is another place: references may lead there too.
   */
  addComponent(name: string, node: Node, alias: Node = node): SchemaId {
    const id = this.#add(typeName(name), node, this.#document.scopeOf(node));
    this.#place(alias, this.#document.scopeOf(node), id);
    return id;
  }

  /** The id of the schema at `node`, which a reference at `from` leads to. */
  idFor(node: Node, from: Node = node): SchemaId {
    const own = this.#document.scopeOf(node);
    const scope = extended(this.scopeAt(from), own);
    const known = this.#idByPlace.get(placeKey(node, scope));
    if (known !== undefined) return known;
    const [outermost] = scope;
    const name = nameFromPlace(node);
    const isOwn = !outermost || (scope.length === 1 && own[0]?.pointer === outermost.pointer);
    return this.#add(
      isOwn ? name : `${name}In${nameFromPlace({ value: 0, at: outermost })}`,
      node,
      scope,
    );
  }

  /** The schema that validators need of the part at `node`: built when first asked for. */
  once(node: Node, build: () => SchemaId): SchemaId {
    const key = placeKey(node, this.#scope);
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const id = build();
    this.#parts.set(key, id);
    return id;
  }

  /**
   * The content of `id`; `undefined` while it is being built, that is, when a schema reaches itself, and where too many
   * others wait for it: a document must not decide how deep our stack is.
   */
  content(id: SchemaId): Schema | undefined {
    const hoisted = this.#hoisted.get(id);
    if (hoisted) return hoisted.schema;
    const entry = this.#entries.get(id);
    if (!entry || entry.state === "building") return undefined;
    if (entry.state === "waiting") {
      if (this.isDeep) return undefined;
      entry.state = "building";
      entry.state = this.#within({ component: id }, entry.scope, () => this.#build(entry.node, id));
    }
    return entry.state;
  }

  /**
   * Names an inline schema and gives the reference that stands for it. `declared`: whether its type gets a name.
   *
   * That it may be `null` is said by the reference, unless rules must look at `null` too.
   */
  hoist(name: SchemaId, schema: Schema, declared: boolean, docs: Docs = NO_DOCS): ReferenceSchema {
    const nullable = schema.nullable && !schema.rules;
    const content = nullable ? { ...schema, nullable: false } : schema;
    return { kind: "reference", schema: this.#hoist(name, content, declared), nullable, docs };
  }

  /** Names an inline schema of which only validators speak. */
  name(name: SchemaId, schema: Schema): SchemaId {
    return this.#hoist(name, schema, false);
  }

  /** Whether so many schemas wait for each other that no further one may be begun. */
  get isDeep(): boolean {
    return this.#depth >= MAX_DEPTH;
  }

  /** Says that the building of a schema begins. */
  enter(): void {
    this.#depth += 1;
  }

  /** Says that the building of a schema has ended. */
  leave(): void {
    this.#depth -= 1;
  }

  /** Runs `build`; the inline schemas it names belong to `resource`. */
  ownedBy<T>(resource: ResourceId, build: () => T): T {
    return this.#within({ resource }, [], build);
  }

  /** Where a component stands; `undefined` for a hoisted schema. */
  placeOf(id: SchemaId): Place | undefined {
    return this.#entries.get(id)?.node.at;
  }

  /** Every schema that has a place in the document, also those that are found on the way. */
  *components(): Generator<readonly [SchemaId, Node]> {
    for (const [id, { node }] of this.#entries) yield [id, node];
  }

  /** The node that a schema is built from; `undefined` for a hoisted schema. */
  nodeOf(id: SchemaId): Node | undefined {
    return this.#entries.get(id)?.node;
  }

  /** What a schema is called in the document, for people and values that name it. */
  nameOf(id: SchemaId): string {
    const token = this.#entries.get(id)?.node.at.pointer.split("/").at(-1);
    return token === undefined || token === "" ? id : unescaped(token);
  }

  /** Gives the content of a component a name of its own, so that the component can become something else. */
  setApart(id: SchemaId, name: SchemaId): SchemaId {
    const known = this.apartFrom(id);
    if (known !== undefined) return known;
    const schema = this.content(id);
    if (!schema) throw new InternalError("a schema was set apart unbuilt", { id });
    const apart = this.#within({ component: id }, [], () => this.#hoist(name, schema, true));
    this.#apart.set(id, apart);
    return apart;
  }

  /** What a component's own content is called, where it has been set apart. */
  apartFrom(id: SchemaId): SchemaId | undefined {
    return this.#apart.get(id);
  }

  /** Puts other content in the place of a schema's. */
  replace(id: SchemaId, schema: Schema): void {
    const hoisted = this.#hoisted.get(id);
    const entry = this.#entries.get(id);
    if (hoisted) this.#hoisted.set(id, { ...hoisted, schema });
    else if (entry) entry.state = schema;
  }

  has(id: SchemaId): boolean {
    return this.#hoisted.has(id) || this.#entries.has(id);
  }

  /** Builds what is left and gives everything, sorted by id. `resources`: those whose files schemas are printed in. */
  finish(resources: readonly ResourceId[]): NamedSchema[] {
    // Building one schema may add others: a Map's iteration visits those too.
    for (const id of this.#entries.keys()) this.content(id);
    const content = new Map([...this.#entries].map(([id, entry]) => [id, built(entry)]));
    const origins = [...this.#hoisted.values()].map(({ origin }) => origin);
    const parents = origins.flatMap((origin) => ("component" in origin ? origin.component : []));
    const ownerOf = findOwners(resources, content, new Set(parents));
    const components = [...content].map(([id, schema]) => ({
      id,
      owner: ownerOf(id),
      declared: true,
      schema,
    }));
    const hoisted = [...this.#hoisted].map(([id, { origin, declared, schema }]) => ({
      id,
      owner: "resource" in origin ? origin.resource : ownerOf(origin.component),
      declared,
      schema,
    }));
    return [...components, ...hoisted].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #hoist(name: SchemaId, schema: Schema, declared: boolean): SchemaId {
    const id = this.#free(name);
    this.#hoisted.set(id, { schema, declared, origin: this.#origin });
    return id;
  }

  #add(name: SchemaId, node: Node, scope: Scope): SchemaId {
    const id = this.#free(name);
    this.#place(node, scope, id);
    this.#entries.set(id, { node, scope, state: "waiting" });
    return id;
  }

  // Of two names for one place the first is the one that references lead to.
  #place(node: Node, scope: Scope, id: SchemaId): void {
    const key = placeKey(node, scope);
    if (!this.#idByPlace.has(key)) this.#idByPlace.set(key, id);
  }

  #within<T>(origin: Origin, scope: Scope, build: () => T): T {
    const outer = [this.#origin, this.#scope] as const;
    [this.#origin, this.#scope] = [origin, scope];
    try {
      return build();
    } finally {
      [this.#origin, this.#scope] = outer;
    }
  }

  #free(name: SchemaId): SchemaId {
    return longerName(bounded(name), (id) => this.has(id));
  }
}

function built(entry: Entry): Schema {
  if (typeof entry.state === "object") return entry.state;
  throw new InternalError("a schema was left unbuilt", { place: placeKey(entry.node) });
}

/** Component names are kept where they can be types as they are, and are not too long. */
export function typeName(name: string): string {
  const isType = isIdentifier(name) && /^\p{Lu}/u.test(name);
  return bounded(isType ? name : pascalCase(name) || spelled(name) || "Unnamed");
}

function nameFromPlace(node: Node): string {
  const token = node.at.pointer.split("/").at(-1);
  const stem = (node.at.file.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "");
  return typeName(token ? unescaped(token) : stem);
}

function unescaped(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

function placeKey({ at }: Node, scope: Scope = []): string {
  return [at, ...scope].map(({ file, pointer }) => `${file}#${pointer}`).join(" ");
}

// Of several with an anchor of one name the outermost counts: what brings no new name changes nothing.
function extended(scope: Scope, inner: Scope): Scope {
  const known = new Set(scope.flatMap(({ anchors }) => [...anchors]));
  return [
    ...scope,
    ...inner.filter(({ anchors }) => [...anchors].some((name) => !known.has(name))),
  ];
}
