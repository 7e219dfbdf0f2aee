import { roundNumber } from "../../exact-number.ts";
import type {
  ApiModel,
  NamedSchema,
  Operation,
  Parameter,
  RequestMedia,
  Schema,
  SchemaId,
} from "../../model/api-model.ts";
import { byOwner } from "../shared/by-owner.ts";
import type { Imports } from "../shared/imports.ts";
import { propertyKey } from "../shared/literals.ts";
import { references } from "../../model/references.ts";
import { pathParameters } from "../shared/operation-parts.ts";
import type { TypeContext } from "../shared/type-text.ts";

/** What `server-stubs/shapes` prints: how values look that travel as text. */
export type ShapesView = {
  readonly shapes: readonly { readonly name: string; readonly value: string }[];
};

interface ShapesUnit {
  readonly path: string;
  readonly view: ShapesView;
  readonly imports: Imports;
}

/** One file of shapes per owner, for the schemas that a path, query, header, cookie or form can bring. */
export function* shapesView(
  model: ApiModel,
  collect: (path: string) => Imports,
  shared: Omit<TypeContext, "imports">,
): Iterable<ShapesUnit> {
  const wanted = reachable(model, shared.schemas);
  for (const [owner, own] of byOwner(model.schemas.filter(({ id }) => wanted.has(id)))) {
    const path = `shapes/${shared.names.schemaFile(owner)}`;
    const imports = collect(path);
    imports.runtimeType("Shape", "server");
    const context = { ...shared, imports };
    const shapes = own.map(({ id, schema }) => ({
      name: shared.names.shape(id),
      value: shapeText(schema, context, 0),
    }));
    yield { path, view: { shapes }, imports };
  }
}

/** Shapes of one operation's input: of path parameters that are not text, and of the params that travel as text. */
export function inputShapes(
  operation: Operation,
  depth: number,
  context: TypeContext,
): { readonly path?: string; readonly params?: string } {
  const typed = pathParameters(operation).filter(
    ({ schema }) => schema.kind !== "string" || schema.held !== undefined,
  );
  const path = typed.length > 0 ? memberText(typed.map(asMember), context, depth) : undefined;
  const whole = wholeParams(operation);
  if (whole !== undefined) {
    return { ...(path !== undefined && { path }), params: reference(whole, context, false) };
  }
  const outside = operation.parameters.filter(travelsAsText);
  const params = outside.length > 0 ? outsideShape(outside, depth, context) : undefined;
  return { ...(path !== undefined && { path }), ...(params !== undefined && { params }) };
}

function outsideShape(outside: readonly Parameter[], depth: number, context: TypeContext): string {
  return objectLines([`object: ${memberText(outside.map(asMember), context, depth + 1)}`], depth);
}

type Member = readonly [string, Schema];

function asMember(parameter: Parameter): Member {
  return [parameter.key, parameter.schema];
}

function travelsAsText(parameter: Parameter): boolean {
  return parameter.in !== "path";
}

/** Shapes by media type, where a body has several and some of them travel as text. */
export function bodyShapes({ requestBody }: Operation, context: TypeContext): string[] {
  if (!requestBody || requestBody.content.length < 2) return [];
  return requestBody.content.flatMap((media) =>
    isForm(media) && media.params !== undefined
      ? [`${propertyKey(media.contentType)}: ${reference(media.params, context, false)}`]
      : [],
  );
}

// Where nothing of the params comes as JSON, their own shape says it all.
function wholeParams(operation: Operation): SchemaId | undefined {
  if (!operation.params) return undefined;
  const { requestBody } = operation;
  if (!requestBody) return operation.params.schema;
  const [media] = requestBody.content;
  if (!media || requestBody.content.length > 1) return undefined;
  return isForm(media) ? operation.params.schema : undefined;
}

function isForm({ kind }: RequestMedia): boolean {
  return kind === "form" || kind === "multipart";
}

function formParams({ requestBody }: Operation): SchemaId[] {
  const content = requestBody && requestBody.content.length > 1 ? requestBody.content : [];
  return content.flatMap((media) =>
    isForm(media) && media.params !== undefined ? [media.params] : [],
  );
}

function memberText(members: readonly Member[], context: TypeContext, depth: number): string {
  const texts = members.map(([key, schema]) => {
    const shape = shapeText(schema, context, depth + 1);
    return `${propertyKey(key)}: ${isInherited(key) ? narrowed(shape) : shape}`;
  });
  return objectLines(texts, depth);
}

// For `constructor` and its like the compiler expects what every object has, and so widens `"string"` to `string`.
function isInherited(key: string): boolean {
  return key in Object.prototype;
}

function narrowed(shape: string): string {
  return shape.startsWith('"') ? `${shape} as const` : shape;
}

function shapeText(schema: Schema, context: TypeContext, depth: number): string {
  if (!schema.nullable) return plainShape(schema, context, depth);
  const plain = plainShape({ ...schema, nullable: false }, context, depth);
  return plain === '"unknown"' ? plain : `{ anyOf: [${plain}, "null"] }`;
}

function plainShape(schema: Schema, context: TypeContext, depth: number): string {
  switch (schema.kind) {
    case "boolean":
      return '"boolean"';
    case "string":
    case "integer":
    case "number":
      return `"${schema.held ?? schema.kind}"`;
    case "literal":
      return schema.held === undefined ? literalShape(schema.values) : `"${schema.held}"`;
    case "array":
      return `{ array: ${shapeText(schema.items, context, depth)} }`;
    case "object":
      return objectShape(schema, context, depth);
    case "union":
      return `{ anyOf: [${schema.variants.map((variant) => shapeText(variant, context, depth)).join(", ")}] }`;
    case "reference": {
      const named = context.schemas.get(schema.schema);
      return named && !named.declared
        ? shapeText(named.schema, context, depth)
        : reference(schema.schema, context, true);
    }
    case "binary":
      return '"binary"';
    case "intersection":
    case "unknown":
    case "never":
      return '"unknown"';
  }
}

function literalShape(values: readonly unknown[]): string {
  const types = [...new Set(values.map((value) => typeof roundNumber(value)))];
  const [only] = types;
  if (types.length === 0) return '"null"';
  return types.length === 1
    ? `"${only}"`
    : `{ anyOf: [${types.map((type) => `"${type}"`).join(", ")}] }`;
}

function objectShape(
  schema: Schema & { readonly kind: "object" },
  context: TypeContext,
  depth: number,
): string {
  const { properties, additionalProperties } = schema;
  const members = properties.map(({ name, schema: part }): Member => [name, part]);
  const rest =
    additionalProperties === false
      ? undefined
      : additionalProperties === true
        ? '"unknown"'
        : shapeText(additionalProperties, context, depth);
  if (members.length === 0)
    return rest === undefined ? "{ object: {} }" : `{ object: {}, rest: ${rest} }`;
  const inner = memberText(members, context, depth + 1);
  return objectLines([`object: ${inner}`, ...(rest === undefined ? [] : [`rest: ${rest}`])], depth);
}

// Always a member a line: shapes are data to look things up in, and grow by lines.
function objectLines(members: readonly string[], depth: number): string {
  const gap = "  ".repeat(depth + 1);
  return `{\n${members.map((member) => `${gap}${member},\n`).join("")}${"  ".repeat(depth)}}`;
}

function reference(id: SchemaId, context: TypeContext, lazily: boolean): string {
  const named = context.schemas.get(id);
  const owner = named?.owner ?? "shared";
  const file = { target: "server-stubs", path: `shapes/${context.names.schemaFile(owner)}` };
  const name = context.imports.value(context.names.shape(id), file);
  // Files of shapes refer to each other in circles; a function waits until all are there.
  return lazily ? `() => ${name}` : name;
}

function reachable(
  model: ApiModel,
  schemas: ReadonlyMap<SchemaId, NamedSchema>,
): ReadonlySet<SchemaId> {
  const found = new Set<SchemaId>();
  const seen = new Set<SchemaId>();
  const open = [...model.resources, ...model.callbacks]
    .flatMap(({ operations }) => operations)
    .flatMap((operation) => [
      ...[wholeParams(operation)].filter((whole) => whole !== undefined),
      ...formParams(operation),
      ...operation.parameters.flatMap(({ schema }) => references(schema)),
    ]);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const named = schemas.get(id);
    if (!named || seen.has(id)) continue;
    seen.add(id);
    if (named.declared) found.add(id);
    open.push(...references(named.schema));
  }
  return found;
}
