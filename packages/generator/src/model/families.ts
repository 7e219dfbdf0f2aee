import { looseDiscriminator } from "../diagnostics/catalog/model.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Discriminator, Schema, SchemaId, UnionSchema } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { requires } from "./discriminators.ts";
import { checkMapping, mappedSchemas } from "./mapping.ts";
import { member, object, text } from "./read.ts";
import { isUnique, tagValues } from "./tag-values.ts";

/** A schema with a discriminator, and those that are built on it with `allOf`, however far down. */
interface Family {
  readonly parent: SchemaId;
  readonly node: Node;
  readonly property: string;
  /** Whether the parent lets it be missing. */
  readonly optional: boolean;
  /** The children; the parent too, where a value may be nothing more than that. */
  readonly members: readonly SchemaId[];
}

/**
 * Makes parents what their authors mean by them: where a schema has a discriminator and others are built on it, what
 * refers to it means one of these. Its own content gets a name of its own, of which the others are made; verdicts hang
 * on that alone, since a discriminator changes none. OpenAPI 3.1, section 4.8.25.
 *
 * Runs as soon as the components are known, and once more for schemas that were reached later.
 */
export function declareFamilies(context: ModelContext): void {
  const { schemas } = context;
  reachMapped(context);
  const children = childrenByParent(context);
  const families = [...children.keys()].flatMap((id) => {
    const family = familyOf(id, children, context);
    return family ? [family] : [];
  });
  const bases = new Map(
    families.map(({ parent }) => [parent, schemas.setApart(parent, `${parent}Base`)]),
  );
  const baseOf = (id: SchemaId): SchemaId => bases.get(id) ?? id;
  for (const id of new Set(families.flatMap(({ members }) => members))) {
    const own = schemas.content(baseOf(id));
    if (own) schemas.replace(baseOf(id), onBases(own, baseOf));
  }
  for (const family of families) schemas.replace(family.parent, unionOf(family, baseOf, context));
}

// What a mapping alone leads to is known only by looking; what is built on a parent must be built before it is a union.
function reachMapped(context: ModelContext): void {
  for (const [id, node] of context.schemas.components()) {
    context.schemas.content(id);
    const discriminator = discriminatorOf(node, context);
    if (discriminator) mappedSchemas(discriminator, context);
  }
}

function discriminatorOf(node: Node, context: ModelContext): Node | undefined {
  return member(node, "discriminator") && object(node, "discriminator", context);
}

function childrenByParent({ document, schemas }: ModelContext): Map<SchemaId, SchemaId[]> {
  const children = new Map<SchemaId, SchemaId[]>();
  for (const [id, node] of schemas.components()) {
    const parts = member(node, "allOf");
    if (!parts || !Array.isArray(parts.value)) continue;
    for (const index of parts.value.keys()) {
      const part = member(parts, String(index));
      const target = part && member(part, "$ref") && document.step(part);
      const parent = target && schemas.idFor(target);
      if (parent !== undefined && parent !== id) {
        children.set(parent, [...(children.get(parent) ?? []), id]);
      }
    }
  }
  return children;
}

function familyOf(
  parent: SchemaId,
  children: ReadonlyMap<SchemaId, readonly SchemaId[]>,
  context: ModelContext,
): Family | undefined {
  const node = context.schemas.nodeOf(parent);
  const discriminator = node && discriminatorOf(node, context);
  if (!node || !discriminator || member(node, "oneOf") || member(node, "anyOf")) return undefined;
  const own = context.schemas.apartFrom(parent) ?? parent;
  const content = context.schemas.content(own);
  if (content?.kind !== "object" && content?.kind !== "intersection") return undefined;
  const property = text(discriminator, "propertyName", context);
  if (property === undefined) return undefined;
  const optional = !requires(referenceTo(own), property, context);
  if (optional) context.report(looseDiscriminator(discriminator.at, property));
  const below = descendants(parent, children);
  if (below.length === 0) return undefined;
  const all = isMember(parent, discriminator, context) ? [parent, ...below] : below;
  checkMapping(discriminator, property, context);
  const members = ordered(all, discriminator, context);
  return { parent, node, property, optional, members };
}

// Without a mapping each name means its schema, the parent's own too; with one it is what the mapping says.
function isMember(parent: SchemaId, discriminator: Node, context: ModelContext): boolean {
  const mapped = mappedSchemas(discriminator, context);
  return mapped.length === 0 || mapped.some(({ schema }) => schema === parent);
}

function descendants(
  parent: SchemaId,
  children: ReadonlyMap<SchemaId, readonly SchemaId[]>,
): SchemaId[] {
  const found = new Set<SchemaId>();
  const waiting = [...(children.get(parent) ?? [])];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (id === parent || found.has(id)) continue;
    found.add(id);
    waiting.push(...(children.get(id) ?? []));
  }
  return [...found];
}

// In the order of the mapping, then by name: where the components stand in the document has no meaning.
function ordered(
  members: readonly SchemaId[],
  discriminator: Node,
  context: ModelContext,
): SchemaId[] {
  const mapped = mappedSchemas(discriminator, context).map(({ schema }) => schema);
  const rank = (id: SchemaId): number => (mapped.includes(id) ? mapped.indexOf(id) : mapped.length);
  return [...members].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

// What is built on a parent is built on its content, not on the choice that the parent has become.
function onBases(schema: Schema, baseOf: (id: SchemaId) => SchemaId): Schema {
  if (schema.kind === "reference") return { ...schema, schema: baseOf(schema.schema) };
  if (schema.kind !== "intersection") return schema;
  return { ...schema, parts: schema.parts.map((part) => onBases(part, baseOf)) };
}

function unionOf(
  { parent, node, property, optional, members }: Family,
  baseOf: (id: SchemaId) => SchemaId,
  context: ModelContext,
): UnionSchema {
  const base = baseOf(parent);
  const own = context.schemas.content(base);
  const variants = members.map((id) => referenceTo(baseOf(id)));
  const mapping = mappingOf(node, property, members, baseOf, context);
  return {
    kind: "union",
    exclusive: false,
    variants,
    nullable: own?.nullable ?? false,
    docs: own?.docs ?? {},
    // Where a value means several, the property tells nothing; they are told apart by the rest, if by anything.
    ...(isUnique(mapping) && {
      discriminator: { property, hint: true, ...(optional && { optional }), mapping },
    }),
    verdict: base,
  };
}

function mappingOf(
  node: Node,
  property: string,
  members: readonly SchemaId[],
  baseOf: (id: SchemaId) => SchemaId,
  context: ModelContext,
): Discriminator["mapping"] {
  const discriminator = discriminatorOf(node, context);
  const explicit = discriminator ? mappedSchemas(discriminator, context) : [];
  return members.flatMap((id) => {
    const mapped = explicit.filter(({ schema }) => schema === id).map(({ value }) => value);
    const told = mapped.length > 0 ? mapped : [ownValue(id, context)];
    const values = tagValues(told, referenceTo(baseOf(id)), property, context);
    return values.map((value) => ({ value, schema: baseOf(id) }));
  });
}

function referenceTo(schema: SchemaId): Schema {
  return { kind: "reference", schema, nullable: false, docs: {} };
}

/** The value that means a schema which no mapping names: its name, unless an extension of Azure's documents tells it. */
function ownValue(id: SchemaId, context: ModelContext): string {
  const node = context.schemas.nodeOf(id);
  const stated = node && member(node, "x-ms-discriminator-value")?.value;
  return typeof stated === "string" ? stated : context.schemas.nameOf(id);
}
