import { parameterNameShared } from "../diagnostics/catalog/model.ts";
import { pascalCase } from "../naming/casing.ts";
import type {
  ObjectSchema,
  Parameter,
  Params,
  Property,
  RequestBody,
  Schema,
  SchemaId,
} from "./api-model.ts";
import type { Body } from "./build-body.ts";
import { hoistComposite, partName } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";

interface Gathered {
  readonly requestBody?: RequestBody;
  readonly params?: Params;
  /** The parameters, each with the key it has in the input. */
  readonly keyed: readonly Parameter[];
}

/**
 * Gathers query, header, cookie and body values of an operation into one named object, so that they take the same road
 * to types and validators as everything else.
 *
 * A body that is no object, or that shares a name with a parameter, becomes the one property `body`.
 */
export function gatherParams(
  parameters: readonly Parameter[],
  body: Body | undefined,
  name: SchemaId,
  context: ModelContext,
): Gathered {
  const keyed = assignKeys(parameters, context);
  const outside = keyed.filter((parameter) => parameter.in !== "path");
  if (!body) {
    if (outside.length === 0) return { keyed };
    return { keyed, params: named(objectOf(outside.map(asProperty), false), name, context) };
  }
  const content = objectContent(body.schema, context);
  const spread = content !== undefined && !sharesName(content, outside);
  const requestBody: RequestBody = { ...body, from: spread ? "params" : "body" };
  if (!spread) return { keyed, requestBody, params: wrapped(outside, body, name, context) };
  if (outside.length === 0 && body.schema.kind === "reference") {
    const optional = !body.required || isOptional(content);
    return { keyed, requestBody, params: { schema: body.schema.schema, optional } };
  }
  return { keyed, requestBody, params: merged(outside, content, body, name, context) };
}

function wrapped(
  outside: readonly Parameter[],
  body: Body,
  name: SchemaId,
  context: ModelContext,
): Params {
  const schema = hoistComposite(body.schema, partName(name, "body"), context);
  const { docs } = body.schema;
  const property: Property = {
    name: "body",
    required: body.required,
    access: "read-write",
    docs,
    schema,
  };
  return named(objectOf([...outside.map(asProperty), property], false), name, context);
}

function merged(
  outside: readonly Parameter[],
  content: ObjectSchema,
  body: Body,
  name: SchemaId,
  context: ModelContext,
): Params {
  const fields = body.required
    ? content.properties
    : content.properties.map((property) => ({ ...property, required: false }));
  const object = { ...content, properties: [...outside.map(asProperty), ...fields] };
  return named(object, name, context);
}

function named(object: ObjectSchema, name: SchemaId, context: ModelContext): Params {
  const { schema } = context.schemas.hoist(name, object, true, object.docs);
  return { schema, optional: isOptional(object) };
}

function isOptional(object: ObjectSchema): boolean {
  return object.properties.every((property) => !property.required);
}

function objectOf(properties: readonly Property[], open: boolean): ObjectSchema {
  return {
    kind: "object",
    properties,
    additionalProperties: open,
    nullable: false,
    docs: {},
  };
}

function objectContent(schema: Schema, context: ModelContext): ObjectSchema | undefined {
  if (schema.kind === "object") return schema;
  if (schema.kind !== "reference" || schema.nullable) return undefined;
  const content = context.schemas.content(schema.schema);
  return content?.kind === "object" ? content : undefined;
}

function sharesName(content: ObjectSchema, parameters: readonly Parameter[]): boolean {
  const names = new Set(content.properties.map((property) => property.name));
  return parameters.some((parameter) => names.has(parameter.key));
}

function asProperty(parameter: Parameter): Property {
  const { key, required, docs, schema } = parameter;
  return { name: key, required, access: "read-write", docs, schema };
}

/** Two parameters of one name in different places: the later one's key says its place too. */
function assignKeys(parameters: readonly Parameter[], context: ModelContext): Parameter[] {
  const taken = new Set(parameters.filter((p) => p.in === "path").map((p) => p.name));
  return parameters.map((parameter) => {
    if (parameter.in === "path") return parameter;
    const key = taken.has(parameter.name)
      ? parameter.name + pascalCase(parameter.in)
      : parameter.name;
    taken.add(key);
    if (key === parameter.name) return parameter;
    context.report(parameterNameShared(parameter.at, parameter.name, key));
    return { ...parameter, key };
  });
}
