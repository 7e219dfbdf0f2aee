import { ordinal } from "../naming/ordinal.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Evaluation, SchemaId } from "./api-model.ts";
import { buildGuarded, partName } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";
import { entries, items, keys, member } from "./read.ts";
import { firstItems, otherItems } from "./schema-rules/array.ts";
import { targetsOf } from "./schema-rules/reference.ts";
import { conditionOf, containedBy } from "./schema-rules/rules.ts";

/** The keyword that asks what was not looked at. */
type Asker = "unevaluatedProperties" | "unevaluatedItems";

interface Asking {
  readonly asker: Asker;
  readonly context: ModelContext;
  /** Schemas on the way here, so that one which is made of itself ends. */
  readonly above: readonly string[];
  readonly effort: Effort;
}

/** What one question has cost so far, and what is known from it. */
interface Effort {
  steps: number;
  /** How often a schema was met that is made of itself. */
  circles: number;
  /** By place. What a circle has cut short is not kept: elsewhere it may be longer. */
  readonly known: Map<string, Evaluation>;
}

/** Beyond that a document asks for more than an answer is worth: all is taken as looked at. */
const MAX_STEPS = 10_000;

/**
 * What the schema at `node` looks at, with all that applies to the same value: `allOf`, `$ref`, `anyOf`, `if`, …
 * JSON Schema 2020-12 (Core), section 11.
 *
 * @param asker Its own keyword is left out.
 */
export function evaluationOf(
  node: Node,
  name: SchemaId,
  context: ModelContext,
  asker: Asker,
): Evaluation {
  const effort = { steps: 0, circles: 0, known: new Map() };
  const asking = { asker, context, above: [placeKey(node)], effort };
  return joined([...ownEvaluations(node, name, asking), ...appliedTo(node, name, asking)]);
}

function evaluate(node: Node, name: SchemaId, asking: Asking): Evaluation {
  const key = placeKey(node);
  const { effort, above } = asking;
  const known = effort.known.get(key);
  if (known) return known;
  if (above.includes(key)) {
    effort.circles += 1;
    return {};
  }
  effort.steps += 1;
  const { schemas } = asking.context;
  if (effort.steps > MAX_STEPS || schemas.isDeep) return { all: true };
  // Its own keyword has looked at all the rest, or the value would not match.
  if (member(node, asking.asker)) return { all: true };
  const { circles } = effort;
  const below = { ...asking, above: [...above, key] };
  // What is looked at on the way is built, and asks the same again: both are on one stack.
  schemas.enter();
  const found = joined([...ownEvaluations(node, name, below), ...appliedTo(node, name, below)]);
  schemas.leave();
  if (effort.circles === circles) effort.known.set(key, found);
  return found;
}

function ownEvaluations(node: Node, name: SchemaId, { asker, context }: Asking): Evaluation[] {
  if (asker === "unevaluatedItems") return itemEvaluations(node, name, context);
  const properties = member(node, "properties");
  const patterns = member(node, "patternProperties");
  return [
    ...(member(node, "additionalProperties") ? [{ all: true as const }] : []),
    ...(properties ? [{ properties: keys(properties) }] : []),
    ...(patterns ? [{ patterns: keys(patterns) }] : []),
  ];
}

function itemEvaluations(node: Node, name: SchemaId, context: ModelContext): Evaluation[] {
  return [
    ...(otherItems(node) ? [{ all: true as const }] : []),
    { items: firstItems(node, context).length },
    ...(member(node, "contains") ? [{ contains: [containedBy(node, name, context)] }] : []),
  ];
}

/** What the schemas look at that apply to the same value. */
function appliedTo(node: Node, name: SchemaId, asking: Asking): Evaluation[] {
  const { context } = asking;
  const target = targetsOf(node, context);
  const all = member(node, "allOf") ? items(node, "allOf", context) : [];
  return [
    ...[...target, ...all].map((part) => evaluate(part, name, asking)),
    ...choices(node, name, asking),
    ...branches(node, name, asking),
    ...dependents(node, name, asking),
  ];
}

function choices(node: Node, name: SchemaId, asking: Asking): Evaluation[] {
  const { context } = asking;
  const variants = ["anyOf", "oneOf"].flatMap((keyword) =>
    member(node, keyword) ? items(node, keyword, context) : [],
  );
  return variants.flatMap((variant, index) => {
    const variantName = partName(name, `${ordinal(index)}Case`);
    const then = evaluate(variant, variantName, asking);
    if (isNothing(then)) return [];
    const condition = context.schemas.once(variant, () =>
      buildGuarded(variant, variantName, context),
    );
    return [{ when: [{ if: condition, then }] }];
  });
}

function branches(node: Node, name: SchemaId, asking: Asking): Evaluation[] {
  const condition = member(node, "if");
  if (!condition) return [];
  const whenTrue = member(node, "then");
  const whenFalse = member(node, "else");
  const then = joined([
    evaluate(condition, name, asking),
    ...(whenTrue ? [evaluate(whenTrue, partName(name, "then"), asking)] : []),
  ]);
  const otherwise = whenFalse ? evaluate(whenFalse, partName(name, "else"), asking) : {};
  if (isNothing(then) && isNothing(otherwise)) return [];
  const choice = {
    if: conditionOf(node, name, asking.context),
    ...(!isNothing(then) && { then }),
    ...(!isNothing(otherwise) && { else: otherwise }),
  };
  return [{ when: [choice] }];
}

function dependents(node: Node, name: SchemaId, asking: Asking): Evaluation[] {
  if (!member(node, "dependentSchemas")) return [];
  return entries(node, "dependentSchemas", asking.context).flatMap(([property, schema]) => {
    const then = evaluate(schema, partName(name, `with ${property}`), asking);
    return isNothing(then) ? [] : [{ when: [{ has: property, then }] }];
  });
}

function joined(parts: readonly Evaluation[]): Evaluation {
  if (parts.some(({ all }) => all)) return { all: true };
  const properties = [...new Set(parts.flatMap((part) => part.properties ?? []))];
  const patterns = [...new Set(parts.flatMap((part) => part.patterns ?? []))];
  const contains = [...new Set(parts.flatMap((part) => part.contains ?? []))];
  const when = [...new Set(parts.flatMap((part) => part.when ?? []))];
  const count = Math.max(0, ...parts.map((part) => part.items ?? 0));
  return {
    ...(properties.length > 0 && { properties }),
    ...(patterns.length > 0 && { patterns }),
    ...(count > 0 && { items: count }),
    ...(contains.length > 0 && { contains }),
    ...(when.length > 0 && { when }),
  };
}

function isNothing(evaluation: Evaluation): boolean {
  return Object.keys(evaluation).length === 0;
}

function placeKey({ at }: Node): string {
  return `${at.file}#${at.pointer}`;
}
