import {
  duplicateParameter,
  undeclaredPathParameter,
  unknownValue,
  unusedPathParameter,
} from "../diagnostics/catalog/model.ts";
import {
  conflictingParameters,
  SECOND_WHOLE,
  SHARED_WHOLE,
} from "../diagnostics/catalog/structure.ts";
import { ignoredHeader } from "../diagnostics/catalog/bodies.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Parameter, ParameterStyle, RequiredHeader, Schema, SchemaId } from "./api-model.ts";
import type { OperationSource } from "./build-operation.ts";
import { buildPart, partName } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";
import { buildDocs, preferDocs } from "./docs.ts";
import { headerOption, isIdempotencyKey, requiredHeader } from "./header-options.ts";
import { buildQueryString } from "./query-string.ts";
import {
  contents,
  expectObject,
  flag,
  items,
  member,
  placeOf,
  requiredText,
  text,
} from "./read.ts";
import { templateNames } from "./template-names.ts";

const LOCATIONS = ["path", "query", "querystring", "header", "cookie"] as const;
type Location = (typeof LOCATIONS)[number];
type StyledLocation = Exclude<Location, "querystring">;

/** Styles each location allows, the default first. OpenAPI 3.1, section 4.8.12.2. */
const STYLES: Readonly<Record<StyledLocation, readonly [ParameterStyle, ...ParameterStyle[]]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

// Section 4.8.12.1: header parameters of these names are ignored, other parts of the document describe them.
const DESCRIBED_ELSEWHERE = new Set(["accept", "content-type", "authorization"]);

interface Parameters {
  readonly parameters: readonly Parameter[];
  readonly headers: readonly RequiredHeader[];
  readonly idempotencyHeader?: string;
}

/** Parameters of path item and operation; those of the operation win. Header options are left to the client. */
export function buildParameters(
  source: OperationSource,
  name: SchemaId,
  context: ModelContext,
): Parameters {
  const own = declared(source.node, context);
  const keys = new Set(own.map(({ key }) => key));
  const inherited = declared(source.pathItem, context).filter(({ key }) => !keys.has(key));
  const all = [...inherited, ...own];

  const idempotency = all.find(({ node }) => isIdempotencyKey(node, context));
  for (const { node, location } of all) tellIgnored(node, location, context);
  tellConflict(own, inherited, context);
  const parameters = all
    .filter(({ node, location }) => !isLeftOut(node, location, context))
    .map(({ node, location }) => buildParameter(node, location, name, context))
    .filter((parameter) => hasPlace(parameter, source, context));
  const header = idempotency && text(idempotency.node, "name", context);
  return {
    parameters: [...parameters, ...undeclared(source, parameters, context)],
    headers: all.flatMap(({ node }) => requiredHeader(node, context) ?? []).sort(byName),
    ...(header !== undefined && { idempotencyHeader: header }),
  };
}

const byName = (a: RequiredHeader, b: RequiredHeader): number => (a.name < b.name ? -1 : 1);

interface Declared {
  readonly node: Node;
  readonly location: Location;
  readonly key: string;
}

function declared(holder: Node, context: ModelContext): Declared[] {
  const seen = new Set<string>();
  return items(holder, "parameters", context).flatMap((reference) => {
    const target = context.document.follow(reference);
    const node = target && expectObject(target, context);
    const location = node && readLocation(node, context);
    const name = node && requiredText(node, "name", "A Parameter Object", context);
    if (!node || !location || name === undefined) return [];
    const key = `${location} ${name}`;
    if (seen.has(key)) {
      context.report(duplicateParameter(reference.at, name, location));
      return [];
    }
    seen.add(key);
    return [{ node, location, key }];
  });
}

function readLocation(node: Node, context: ModelContext): Location | undefined {
  const value = requiredText(node, "in", "A Parameter Object", context);
  if (value === undefined) return undefined;
  const location = LOCATIONS.find((known) => known === value);
  if (!location) {
    const guess = nearest(value, LOCATIONS);
    context.report(unknownValue(placeOf(node, "in"), value, LOCATIONS, guess));
  }
  return location;
}

// Of one list of parameters `structure/` says it. OpenAPI 3.2, section 4.12.1.
function tellConflict(
  own: readonly Declared[],
  inherited: readonly Declared[],
  context: ModelContext,
): void {
  for (const [some, others] of [
    [own, inherited],
    [inherited, own],
  ] as const) {
    const whole = some.find(({ location }) => location === "querystring");
    if (!whole) continue;
    const places = others.map(({ location }) => location);
    if (places.includes("query"))
      context.report(conflictingParameters(whole.node.at, SHARED_WHOLE));
    else if (places.includes("querystring"))
      context.report(conflictingParameters(whole.node.at, SECOND_WHOLE));
  }
}

function tellIgnored(node: Node, location: Location, context: ModelContext): void {
  const name = text(node, "name", context) ?? "";
  if (location !== "header" || !DESCRIBED_ELSEWHERE.has(name.toLowerCase())) return;
  const instead =
    name.toLowerCase() === "authorization"
      ? "security schemes say what it is"
      : 'the media types under "content" say what it is';
  context.report(ignoredHeader(placeOf(node, "name"), name, instead));
}

function isLeftOut(node: Node, location: Location, context: ModelContext): boolean {
  if (location !== "header") return false;
  const name = text(node, "name", context) ?? "";
  return (
    DESCRIBED_ELSEWHERE.has(name.toLowerCase()) ||
    isIdempotencyKey(node, context) ||
    headerOption(node, context) !== undefined
  );
}

function buildParameter(
  node: Node,
  location: Location,
  operation: SchemaId,
  context: ModelContext,
): Parameter {
  const name = text(node, "name", context) ?? "";
  if (location === "querystring") {
    return buildQueryString(node, name, partName(operation, name), context);
  }
  const described = parameterSchema(node, partName(operation, name), context);
  const schema =
    location === "path" ? checkable(described, partName(operation, name), context) : described;
  const style = readStyle(node, location, context);
  return {
    name,
    key: name,
    in: location,
    required: location === "path" || flag(node, "required", context) === true,
    style,
    explode: flag(node, "explode", context) ?? style === "form",
    allowReserved: location === "query" && flag(node, "allowReserved", context) === true,
    ...contentTypeOf(node, context),
    schema,
    docs: preferDocs(buildDocs(node, context), schema.docs),
    at: node.at,
  };
}

// A value in JSON is written so; in any other media type it is text like any other.
function contentTypeOf(node: Node, context: ModelContext): Pick<Parameter, "contentType"> {
  const [media] = member(node, "schema") ? [] : contents(node, context);
  return media && /[/+]json\b/i.test(media[0]) ? { contentType: media[0] } : {};
}

function parameterSchema(node: Node, name: SchemaId, context: ModelContext): Schema {
  const schema = member(node, "schema");
  if (schema) return buildPart(schema, name, context);
  const [media] = contents(node, context);
  const described = media && member(media[1], "schema");
  return described
    ? buildPart(described, name, context)
    : { kind: "unknown", nullable: false, docs: {} };
}

// Query, header and body values are checked with `params`; a path parameter that is more than text needs a name, so that
// a validator can be made for it.
function checkable(schema: Schema, name: SchemaId, context: ModelContext): Schema {
  if (schema.kind === "reference" || schema.kind === "unknown") return schema;
  const plain =
    schema.kind === "string" &&
    schema.minLength === undefined &&
    schema.pattern === undefined &&
    schema.held === undefined;
  return plain ? schema : context.schemas.hoist(name, schema, false, schema.docs);
}

function readStyle(node: Node, location: StyledLocation, context: ModelContext): ParameterStyle {
  const allowed = STYLES[location];
  const value = text(node, "style", context);
  if (value === undefined) return allowed[0];
  const style = allowed.find((known) => known === value);
  if (style) return style;
  const guess = nearest(value, allowed);
  context.report(unknownValue(placeOf(node, "style"), value, allowed, guess, `"${allowed[0]}"`));
  return allowed[0];
}

// Harmless in a document that says more than it needs: what has no place cannot be sent.
function hasPlace(parameter: Parameter, source: OperationSource, context: ModelContext): boolean {
  const names = new Set(templateNames(source.path));
  if (parameter.in !== "path" || names.has(parameter.name)) return true;
  const guess = nearest(parameter.name, names);
  context.report(unusedPathParameter(parameter.at, parameter.name, source.path, guess));
  return false;
}

// The run goes on as if it were declared, so that the next mistakes are found too.
function undeclared(
  source: OperationSource,
  parameters: readonly Parameter[],
  context: ModelContext,
): Parameter[] {
  const known = new Set(parameters.filter((p) => p.in === "path").map((p) => p.name));
  return [...new Set(templateNames(source.path))].flatMap((name) => {
    if (known.has(name)) return [];
    context.report(undeclaredPathParameter(source.pathEntry.at, name));
    const schema: Schema = { kind: "string", nullable: false, docs: {} };
    return [{ ...PATH_PARAMETER, name, key: name, schema, at: source.pathEntry.at }];
  });
}

const PATH_PARAMETER = {
  in: "path",
  required: true,
  style: "simple",
  explode: false,
  allowReserved: false,
  docs: {},
} as const;
