import type { ArraySchema, ObjectSchema, Schema, SchemaId } from "../../model/api-model.ts";
import { CallText, SourceText } from "./layout.ts";
import { patternCall } from "./pattern-text.ts";
import { holders } from "./wire-holders.ts";
import { choiceOf } from "./wire-choice.ts";
import type { TypeContext } from "./type-text.ts";

/**
 * Where in a value of the schema stands what JSON has another form for, as the runtime's `Wire`: a value to be printed.
 * `undefined` where it holds none.
 *
 * @param isLazy Whether named schemas are referred to through functions, as they must be among themselves. Default: yes.
 */
export function wireOf(schema: Schema, context: TypeContext, isLazy = true): unknown {
  const inner = (part: Schema): unknown => wireOf(part, context, isLazy);
  switch (schema.kind) {
    case "string":
    case "number":
    case "integer":
    case "literal":
      return schema.held;
    case "reference":
      return referenceWire(schema.schema, context, isLazy);
    case "array":
      return arrayWire(schema, inner);
    case "object":
      return objectWire(schema, inner, context);
    case "intersection": {
      const all = schema.parts.map(inner).filter((part) => part !== undefined);
      return all.length > 1 ? { all } : all[0];
    }
    case "union":
      return choiceOf(schema, inner, context);
    default:
      return undefined;
  }
}

/** `jsonCodec(couponWire)`: reads and writes such values; nothing where `JSON` does it. */
export function codecText(
  schema: Schema | undefined,
  context: TypeContext,
): { readonly codec?: SourceText } {
  const wire = schema && wireOf(schema, context, false);
  if (wire === undefined) return {};
  const call = context.imports.runtimeValue("jsonCodec");
  return { codec: new CallText(`/* @__PURE__ */ ${call}`, wire) };
}

function referenceWire(id: SchemaId, context: TypeContext, isLazy: boolean): unknown {
  const named = context.schemas.get(id);
  if (!named || !holders(context.schemas).has(id)) return undefined;
  if (!named.declared || isOne(named.schema)) return wireOf(named.schema, context, isLazy);
  const path = context.names.schemaFile(named.owner);
  const name = context.imports.value(context.names.wire(id), { target: "schemas", path });
  return new SourceText(isLazy ? `() => ${name}` : name);
}

/** Whether a value of the schema is such a scalar itself: a word says it better than a name. */
export function isOne(schema: Schema): boolean {
  return "held" in schema && schema.held !== undefined;
}

function arrayWire(
  { prefixItems = [], items }: ArraySchema,
  inner: (part: Schema) => unknown,
): unknown {
  const first = prefixItems.map((item) => inner(item) ?? null);
  const others = inner(items);
  if (first.every((item) => item === null)) {
    if (others === undefined) return undefined;
    return first.length === 0 ? { items: others } : { items: others, first };
  }
  return { items: others ?? null, first };
}

function patternText(pattern: string, { imports }: TypeContext): SourceText {
  const { callee, args } = patternCall(pattern, imports);
  return new SourceText(`/* @__PURE__ */ ${callee}(${args.join(", ")})`);
}

function objectWire(
  { properties, patternProperties = [], additionalProperties }: ObjectSchema,
  inner: (part: Schema) => unknown,
  context: TypeContext,
): unknown {
  const rest = typeof additionalProperties === "object" ? inner(additionalProperties) : undefined;
  const patterns = patternProperties.map(({ pattern, schema }) => [
    patternText(pattern, context),
    inner(schema) ?? null,
  ]);
  const isTold = patterns.some(([, wire]) => wire !== null);
  const members = properties.map(({ name, schema }) => [name, inner(schema)] as const);
  // The others need a word only where a property without one would count as one of these.
  const own = members.flatMap(([name, wire]) =>
    wire === undefined && rest === undefined ? [] : [[name, wire ?? null] as const],
  );
  if (rest === undefined && !isTold && own.length === 0) return undefined;
  const needsPatterns = isTold || (rest !== undefined && patterns.length > 0);
  return {
    object: Object.fromEntries(own),
    ...(needsPatterns && { patterns }),
    ...(rest !== undefined && { rest }),
  };
}
