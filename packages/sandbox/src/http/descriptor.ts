import type {
  ApiModel,
  Operation,
  Parameter,
  RequestMedia,
  Schema,
  SecurityScheme,
} from "@specwright/generator/reading";
import type {
  BodyDescriptor,
  BodyMedia,
  OperationDescriptor,
  ParameterDescriptor,
  ResponseDescriptor,
  SecuritySchemeDescriptor,
} from "@specwright/runtime";
import { writeContent } from "@specwright/runtime";
import type { Route, Shape } from "@specwright/runtime/server";
import type { Validator } from "@specwright/runtime/validate";
import type { Schemas } from "../schema/schemas.ts";

/** The descriptor of an operation, as generated code would have it; what only a client needs is left out. */
export function descriptorOf(
  operation: Operation,
  known: ReadonlySet<string>,
): OperationDescriptor<unknown, unknown> {
  const { requestBody, security, idempotencyHeader } = operation;
  const alternatives = security.map(({ schemes }) => schemes.map(({ id }) => id));
  const usable = alternatives.filter((ids) => ids.every((id) => known.has(id)));
  return {
    id: operation.id,
    method: operation.method,
    path: operation.path,
    parameters: operation.parameters.map(parameterDescriptor),
    ...(requestBody && { body: bodyDescriptor(requestBody.required, requestBody.content) }),
    responses: operation.responses.map(responseDescriptor),
    security: usable,
    ...(idempotencyHeader !== undefined && { idempotencyHeader }),
  };
}

function parameterDescriptor(parameter: Parameter): ParameterDescriptor {
  const { name, key, required, style, explode, allowReserved, contentType } = parameter;
  return {
    name,
    in: parameter.in,
    key,
    required,
    style,
    explode,
    allowReserved,
    ...(contentType !== undefined && { contentType }),
  };
}

function bodyDescriptor(required: boolean, content: readonly RequestMedia[]): BodyDescriptor {
  const [first, ...others] = content.map(bodyMedia);
  return {
    contentType: "application/json",
    write: writeContent,
    ...first,
    required,
    ...(others.length > 0 && { alternatives: others }),
  };
}

function bodyMedia({ contentType, encoding, from }: RequestMedia): BodyMedia {
  const entries = encoding.map(
    ({ property, headers: _headers, ...how }) => [property, how] as const,
  );
  // A server only reads; a descriptor that has no writer is none.
  return {
    contentType,
    from,
    write: writeContent,
    ...(entries.length > 0 && { encoding: Object.fromEntries(entries) }),
  };
}

function responseDescriptor({
  status,
  content,
}: Operation["responses"][number]): ResponseDescriptor {
  const [first, ...others] = content.map(({ contentType }) => ({ contentType }));
  return { status, ...first, ...(others.length > 0 && { alternatives: others }) };
}

/** What a route needs beside its handler: shapes of what travels as text, and checks of path parameters. */
export function routeDetails(operation: Operation, schemas: Schemas): Partial<Route> {
  const { parameters, requestBody, params } = operation;
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const outside = parameters.filter((parameter) => parameter.in !== "path");
  const path: Record<string, Shape> = {};
  const pathParams: Record<string, Validator<unknown>> = {};
  for (const { key, name, schema } of inPath) {
    if (schemas.content(schema)?.kind !== "string") path[key] = schemas.shape(schema);
    pathParams[key] = schemas.validator(schema, name);
  }
  const content = requestBody?.content ?? [];
  const [only] = content;
  const isWhole =
    content.length === 0 || (content.length === 1 && only !== undefined && isForm(only));
  const shape =
    params && isWhole
      ? schemas.shape(reference(params.schema))
      : {
          object: Object.fromEntries(
            outside.map(({ key, schema }) => [key, schemas.shape(schema)]),
          ),
        };
  const forms = content.length > 1 ? content.filter(isForm) : [];
  const shapes = forms.flatMap(({ contentType, params: own }) =>
    own === undefined ? [] : [[contentType, schemas.shape(reference(own))] as const],
  );
  return {
    path,
    pathParams,
    shape,
    ...(shapes.length > 0 && { shapes: Object.fromEntries(shapes) }),
  };
}

function isForm({ kind, from }: RequestMedia): boolean {
  return (kind === "form" && from === "params") || kind === "multipart";
}

export function reference(schema: string): Schema {
  return { kind: "reference", schema, nullable: false, docs: {} };
}

export function schemesOf(model: ApiModel): Readonly<Record<string, SecuritySchemeDescriptor>> {
  return Object.fromEntries(model.securitySchemes.map((scheme) => [scheme.id, schemeOf(scheme)]));
}

function schemeOf(scheme: SecurityScheme): SecuritySchemeDescriptor {
  switch (scheme.type) {
    case "http":
      return httpScheme(scheme);
    case "apiKey":
      return { type: "apiKey", in: scheme.in, name: scheme.name };
    case "oauth2":
    case "mutualTLS":
      return { type: scheme.type };
  }
}

function httpScheme(scheme: SecurityScheme & { type: "http" }): SecuritySchemeDescriptor {
  const { type } = scheme;
  switch (scheme.scheme) {
    case "basic": {
      const { password } = scheme;
      return { type, scheme: "basic", ...(password !== undefined && { password }) };
    }
    case "other":
      return { type, scheme: "other", name: scheme.name };
    case "bearer":
      return { type, scheme: "bearer" };
  }
}
