import type {
  Docs,
  NamedSchema,
  ReferenceSchema,
  ResourceId,
  Schema,
  SchemaId,
} from "./api-model.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Place } from "../diagnostics/diagnostic.ts";
import { InternalError } from "../diagnostics/internal-error.ts";
import { isIdentifier } from "../naming/identifier.ts";
import { pascalCase } from "../naming/casing.ts";
import { NO_DOCS } from "./docs.ts";
import { findOwners } from "./find-owners.ts";

/** A schema that has its id but, as long as it is being built, no content. */
type Entry = { readonly node: Node; state: "waiting" | "building" | Schema };

/** Whose an inline schema is: it is printed where its component or its operation is. */
type Origin = { readonly component: SchemaId } | { readonly resource: ResourceId };

interface Hoisted {
  readonly schema: Schema;
  readonly declared: boolean;
  readonly origin: Origin;
}

/**
 * Gives every named schema its id and builds each of them once, when first needed or at the end.
 *
 * Components come first and so keep their names; schemas that a reference reaches elsewhere, and inline ones, are named
 * after them.
 */
export class SchemaRegistry {
  readonly #idByPlace = new Map<string, SchemaId>();
  readonly #entries = new Map<SchemaId, Entry>();
  readonly #hoisted = new Map<SchemaId, Hoisted>();
  #origin: Origin = { resource: "shared" };
  readonly #build: (node: Node, id: SchemaId) => Schema;

  constructor(build: (node: Node, id: SchemaId) => Schema) {
    this.#build = build;
  }

  /**
   * Names the component `name`, which stands at `node`.
   *
   * @param alias Where its name stands, if that is another place: references may lead there too.
   */
  addComponent(name: string, node: Node, alias: Node = node): SchemaId {
    const id = this.#add(typeName(name), node);
    this.#place(alias, id);
    return id;
  }

  /** The id of the schema at `node`, which some reference leads to. */
  idFor(node: Node): SchemaId {
    return this.#idByPlace.get(placeKey(node)) ?? this.#add(nameFromPlace(node), node);
  }

  /** The content of `id`; `undefined` while it is being built, that is, when a schema reaches itself. */
  content(id: SchemaId): Schema | undefined {
    const hoisted = this.#hoisted.get(id);
    if (hoisted) return hoisted.schema;
    const entry = this.#entries.get(id);
    if (!entry || entry.state === "building") return undefined;
    if (entry.state === "waiting") {
      entry.state = "building";
      entry.state = this.#within({ component: id }, () => this.#build(entry.node, id));
    }
    return entry.state;
  }

  /** Names an inline schema and gives the reference that stands for it. `declared`: whether its type gets a name. */
  hoist(name: SchemaId, schema: Schema, declared: boolean, docs: Docs = NO_DOCS): ReferenceSchema {
    const id = this.#free(name);
    this.#hoisted.set(id, {
      schema: { ...schema, nullable: false },
      declared,
      origin: this.#origin,
    });
    return { kind: "reference", schema: id, nullable: schema.nullable, docs };
  }

  /** Runs `build`; the inline schemas it names belong to `resource`. */
  ownedBy<T>(resource: ResourceId, build: () => T): T {
    return this.#within({ resource }, build);
  }

  /** Where a component stands; `undefined` for a hoisted schema. */
  placeOf(id: SchemaId): Place | undefined {
    return this.#entries.get(id)?.node.at;
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

  #add(name: SchemaId, node: Node): SchemaId {
    const id = this.#free(name);
    this.#place(node, id);
    this.#entries.set(id, { node, state: "waiting" });
    return id;
  }

  // Of two names for one place the first is the one that references lead to.
  #place(node: Node, id: SchemaId): void {
    if (!this.#idByPlace.has(placeKey(node))) this.#idByPlace.set(placeKey(node), id);
  }

  #within<T>(origin: Origin, build: () => T): T {
    const outer = this.#origin;
    this.#origin = origin;
    try {
      return build();
    } finally {
      this.#origin = outer;
    }
  }

  // Never a number to break a tie: a longer name, which also says what the thing is.
  #free(name: SchemaId): SchemaId {
    let id = name;
    while (this.has(id)) id += "Value";
    return id;
  }
}

function built(entry: Entry): Schema {
  if (typeof entry.state === "object") return entry.state;
  throw new InternalError("a schema was left unbuilt", { place: placeKey(entry.node) });
}

/** Component names are kept where they can be types as they are. */
export function typeName(name: string): string {
  return isIdentifier(name) && /^\p{Lu}/u.test(name) ? name : pascalCase(name) || "Unnamed";
}

function nameFromPlace(node: Node): string {
  const token = node.at.pointer.split("/").at(-1);
  const stem = (node.at.file.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "");
  return typeName(token ? token.replaceAll("~1", "/").replaceAll("~0", "~") : stem);
}

function placeKey(node: Node): string {
  return `${node.at.file}#${node.at.pointer}`;
}
