import type { Rule, SchemaId } from "../api-model.ts";
import type { Node } from "../../resolve/spec-document.ts";
import { buildGuarded, partName } from "../build-schema.ts";
import type { ModelContext } from "../context.ts";
import { evaluationOf } from "../evaluation.ts";
import { count, entries, member, texts } from "../read.ts";
import { limitsNames } from "./property-names.ts";

/**
 * What a schema asks beside types and their limits: `not`, `if`, `contains`, `propertyNames`, `dependent…` and
 * `unevaluated…`. JSON Schema 2020-12 (Core), sections 10 and 11, and its Validation, section 6.
 */
export function buildRules(node: Node, name: SchemaId, context: ModelContext): Rule[] {
  return [
    ...negation(node, name, context),
    ...conditional(node, name, context),
    ...containing(node, name, context),
    ...propertyNames(node, name, context),
    ...dependents(node, name, context),
    ...unevaluated(node, name, context),
    ...formats(node, context),
  ];
}

/** Formats that validators know. JSON Schema 2020-12 (Validation), section 7.3. */
const FORMATS = new Set([
  ..."date date-time duration email hostname ipv4 ipv6 json-pointer regex".split(" "),
  ..."relative-json-pointer time uri uri-reference uri-template uuid".split(" "),
]);

function formats(node: Node, context: ModelContext): Rule[] {
  const format = context.assertsFormats ? member(node, "format")?.value : undefined;
  if (typeof format !== "string" || !FORMATS.has(format)) return [];
  // A `Date` is a moment already.
  const isHeld = format === "date-time" && context.types?.dates === "Date";
  return isHeld ? [] : [{ kind: "format", format }];
}

function negation(node: Node, name: SchemaId, context: ModelContext): Rule[] {
  const not = member(node, "not");
  return not ? [{ kind: "not", schema: buildGuarded(not, partName(name, "not"), context) }] : [];
}

function conditional(node: Node, name: SchemaId, context: ModelContext): Rule[] {
  const condition = member(node, "if");
  const whenTrue = member(node, "then");
  const whenFalse = member(node, "else");
  if (!condition || (!whenTrue && !whenFalse)) return [];
  return [
    {
      kind: "conditional",
      if: conditionOf(node, name, context),
      ...(whenTrue && { then: buildGuarded(whenTrue, partName(name, "then"), context) }),
      ...(whenFalse && { else: buildGuarded(whenFalse, partName(name, "else"), context) }),
    },
  ];
}

/** The schema under `if`. */
export function conditionOf(node: Node, name: SchemaId, context: ModelContext): SchemaId {
  const condition = member(node, "if") ?? node;
  return context.schemas.once(condition, () =>
    buildGuarded(condition, partName(name, "if"), context),
  );
}

function containing(node: Node, name: SchemaId, context: ModelContext): Rule[] {
  if (!member(node, "contains")) return [];
  const maximum = count(node, "maxContains", context);
  return [
    {
      kind: "contains",
      schema: containedBy(node, name, context),
      minimum: count(node, "minContains", context) ?? 1,
      ...(maximum !== undefined && { maximum }),
    },
  ];
}

/** The schema under `contains`. */
export function containedBy(node: Node, name: SchemaId, context: ModelContext): SchemaId {
  const wanted = member(node, "contains") ?? node;
  return context.schemas.once(wanted, () =>
    buildGuarded(wanted, partName(name, "contained"), context),
  );
}

function propertyNames(node: Node, name: SchemaId, context: ModelContext): Rule[] {
  const names = member(node, "propertyNames");
  if (!names || limitsNames(names)) return [];
  const schema = buildGuarded(names, partName(name, "propertyName"), context);
  return [{ kind: "propertyNames", schema }];
}

// Draft 7 has both kinds under `dependencies`.
function dependents(node: Node, name: SchemaId, context: ModelContext): Rule[] {
  const old = member(node, "dependencies") ? entries(node, "dependencies", context) : [];
  const lists = old.filter(([, entry]) => Array.isArray(entry.value));
  const schemas = old.filter(([, entry]) => !Array.isArray(entry.value));
  const required = [...dependentEntries(node, "dependentRequired", context), ...lists];
  return [
    ...required.map(([property, { at }]): Rule => {
      const holder = holderOf(node, property, at.pointer);
      return { kind: "dependentRequired", property, required: texts(holder, property, context) };
    }),
    ...[...dependentEntries(node, "dependentSchemas", context), ...schemas].map(
      ([property, entry]): Rule => ({
        kind: "dependentSchema",
        property,
        schema: buildGuarded(entry, partName(name, `with ${property}`), context),
      }),
    ),
  ];
}

function dependentEntries(node: Node, keyword: string, context: ModelContext): [string, Node][] {
  return member(node, keyword) ? entries(node, keyword, context) : [];
}

function holderOf(node: Node, property: string, pointer: string): Node {
  const holders = ["dependentRequired", "dependencies"].flatMap(
    (keyword) => member(node, keyword) ?? [],
  );
  return holders.find((holder) => member(holder, property)?.at.pointer === pointer) ?? node;
}

function unevaluated(node: Node, name: SchemaId, context: ModelContext): Rule[] {
  return (["unevaluatedProperties", "unevaluatedItems"] as const).flatMap((kind): Rule[] => {
    const rest = member(node, kind);
    // What lets everything pass need not be asked.
    if (!rest || rest.value === true) return [];
    return [
      {
        kind,
        schema: buildGuarded(rest, partName(name, "unevaluated"), context),
        evaluated: evaluationOf(node, name, context, kind),
      },
    ];
  });
}
