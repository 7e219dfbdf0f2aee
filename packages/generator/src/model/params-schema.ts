import { parameterNameShared } from "../diagnostics/catalog/model.ts";
import { pascalCase } from "../naming/casing.ts";
import type {
  ObjectSchema,
  Parameter,
  Params,
  Property,
  RequestBody,
  RequestMedia,
  Schema,
  SchemaId,
} from "./api-model.ts";
import type { Body, BodyContent } from "./build-body.ts";
import { composedObject } from "./composed-object.ts";
import { hoistComposite, partName } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";
import { mediaNames } from "./media-name.ts";

interface Gathered {
  readonly requestBody?: RequestBody;
  readonly params?: Params;
  /** The parameters, each with the key it has in the input. */
  readonly keyed: readonly Parameter[];
}

/** What chooses among the media types of a body. */
const CHOICE = "contentType";

/**
 * Gathers query, header, cookie and body values of an operation into one named object, so that they take the same road
 * to types and validators as everything else.
 *
 * A body that is no object, or that shares a name with a parameter, becomes the one property `body`; so does one that is put
 * together of objects, where there are parameters. A body of several
 * media types makes a union of such objects, told apart by `contentType`; the preferred one may leave that out.
 */
export function gatherParams(
  parameters: readonly Parameter[],
  body: Body | undefined,
  name: SchemaId,
  context: ModelContext,
): Gathered {
  const isChoice = body !== undefined && body.content.length > 1;
  const keyed = assignKeys(parameters, isChoice ? [CHOICE] : [], context);
  const outside = keyed.filter((parameter) => parameter.in !== "path");
  if (!body) {
    if (outside.length === 0) return { keyed };
    return { keyed, params: named(objectOf(outside.map(asProperty), false), name, context) };
  }
  const taken = [...outside.map(({ key }) => key), ...(isChoice ? [CHOICE] : [])];
  const { required } = body;
  const forms = body.content.map((media) => formOf(media, taken, context));
  const composed = outside.length === 0 && !isChoice && gatherComposed(body, name, context);
  if (composed) return { keyed, ...composed };
  const [form] = forms;
  if (isChoice || !form) return { keyed, ...gatherChoice(outside, forms, required, name, context) };
  const { media, object } = form;
  const requestBody: RequestBody = { required, content: [{ ...media, from: form.from }] };
  if (object && outside.length === 0 && media.schema.kind === "reference") {
    const optional = !required || isOptional(object);
    return { keyed, requestBody, params: { schema: media.schema.schema, optional } };
  }
  const fields = fieldsOf(form, required, name, context);
  const whole = objectWith(outside.map(asProperty), fields, object);
  return { keyed, requestBody, params: named(whole, name, context) };
}

/** What is put together of objects cannot be spread, but where there is nothing beside it, it need not be. */
function gatherComposed(
  { required, content: [media] }: Body,
  name: SchemaId,
  context: ModelContext,
): Pick<Gathered, "requestBody" | "params"> | undefined {
  const composed = media && composedObject(media.schema, context.schemas);
  // Without a body, nothing of it is there: what asks for properties cannot be left out of `params` then.
  if (!composed || !(required || composed.isOptional)) return undefined;
  const { schema } = media;
  const id =
    schema.kind === "reference"
      ? schema.schema
      : context.schemas.hoist(name, schema, true, schema.docs).schema;
  return {
    requestBody: { required, content: [{ ...media, from: "params" }] },
    params: { schema: id, optional: composed.isOptional },
  };
}

/** One media type of a body, and how it becomes part of `params`. */
interface Form {
  readonly media: BodyContent;
  readonly from: RequestMedia["from"];
  /** The object whose properties are spread. */
  readonly object: ObjectSchema | undefined;
}

function formOf(media: BodyContent, taken: readonly string[], context: ModelContext): Form {
  const object = objectContent(media.schema, context);
  const spread = object?.properties.every((property) => !taken.includes(property.name)) ?? false;
  return spread ? { media, from: "params", object } : { media, from: "body", object: undefined };
}

function fieldsOf(
  { media, object }: Form,
  required: boolean,
  name: SchemaId,
  context: ModelContext,
): readonly Property[] {
  // Without a body, nothing that it holds is there.
  if (object && !required) return object.properties.map((one) => ({ ...one, required: false }));
  if (object) return object.properties;
  const schema = hoistComposite(media.schema, partName(name, "body"), context);
  const { docs } = media.schema;
  return [{ name: "body", required, access: "read-write", docs, schema }];
}

function objectWith(
  first: readonly Property[],
  fields: readonly Property[],
  object: ObjectSchema | undefined,
): ObjectSchema {
  const properties = [...first, ...fields];
  return object ? { ...object, properties } : objectOf(properties, false);
}

function gatherChoice(
  outside: readonly Parameter[],
  forms: readonly Form[],
  required: boolean,
  name: SchemaId,
  context: ModelContext,
): Pick<Gathered, "requestBody" | "params"> {
  const groups = grouped(forms);
  const wordOf = mediaNames(forms.map(({ media }) => media));
  const variants = groups.map((group, index) => {
    const [form] = group;
    const own = groups.length === 1 ? name : partName(name, wordOf(contentTypeOf(form)));
    const choice: Property = {
      name: CHOICE,
      required: index > 0,
      access: "read-write",
      docs: { description: "Media type of the body." },
      schema: hoistComposite(literals(group), partName(own, CHOICE), context),
    };
    // Who names the media type has a body to send.
    const fields = form ? fieldsOf(form, required || index > 0, own, context) : [];
    const object = objectWith([choice, ...outside.map(asProperty)], fields, form?.object);
    return { group, ...named(object, own, context) };
  });
  const [first] = variants;
  if (!first) return {};
  const content = forms.map(({ media, from }): RequestMedia => {
    const variant = variants.find(({ group }) => group.some((form) => form.media === media));
    return { ...media, from, params: variant?.schema ?? first.schema };
  });
  const params = variants.length === 1 ? first.schema : union(variants, name, context);
  return {
    requestBody: { required, content },
    params: { schema: params, optional: first.optional },
  };
}

/** Media types whose bodies are alike go together. */
function grouped(forms: readonly Form[]): Form[][] {
  const groups: Form[][] = [];
  for (const form of forms) {
    const alike = groups.find(([one]) => one !== undefined && isAlike(one, form));
    if (alike) alike.push(form);
    else groups.push([form]);
  }
  return groups;
}

function isAlike(one: Form, other: Form): boolean {
  const [a, b] = [one.media.schema, other.media.schema];
  if (one.from !== other.from) return false;
  if (a.kind !== "reference" || b.kind !== "reference") return a === b;
  return a.schema === b.schema && a.nullable === b.nullable;
}

function contentTypeOf(form: Form | undefined): string {
  return form?.media.contentType ?? "";
}

function literals(group: readonly Form[]): Schema {
  const values = group.map(({ media }) => media.contentType);
  return { kind: "literal", values, open: false, nullable: false, docs: {} };
}

function union(
  variants: readonly { readonly schema: SchemaId }[],
  name: SchemaId,
  context: ModelContext,
): SchemaId {
  const schema: Schema = {
    kind: "union",
    exclusive: false,
    variants: variants.map((variant) => ({
      kind: "reference",
      schema: variant.schema,
      nullable: false,
      docs: {},
    })),
    nullable: false,
    docs: {},
  };
  return context.schemas.hoist(name, schema, true).schema;
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

function asProperty(parameter: Parameter): Property {
  const { key, required, docs, schema } = parameter;
  return { name: key, required, access: "read-write", docs, schema };
}

/** Two parameters of one name in different places: the later one's key says its place too. */
function assignKeys(
  parameters: readonly Parameter[],
  others: readonly string[],
  context: ModelContext,
): Parameter[] {
  const inPath = parameters.filter((p) => p.in === "path").map((p) => p.name);
  const taken = new Set([...inPath, ...others]);
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
