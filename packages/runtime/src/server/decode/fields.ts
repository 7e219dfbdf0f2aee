import type { ParameterStyle } from "../../contract.ts";
import type { Limits, Shape } from "../contract.ts";
import { malformed } from "../problem.ts";
import { put } from "../put.ts";
import { branchValue, repeatedValue } from "./branch-value.ts";
import { type Branch, emptyBranch, grow, keySteps } from "./branch.ts";
import { delimitedValue } from "./delimited.ts";
import { leafValue, readScalar } from "./leaf.ts";
import type { Pair } from "./pairs.ts";
import { decodeFormText } from "./percent.ts";
import { alternatives, itemShape, objectShapes, propertyShape } from "./shapes.ts";

/** One parameter of a query, or one property of a form. */
export interface Field {
  /** Spelled as on the wire. */
  readonly name: string;
  /** Key of its value in the result. */
  readonly key: string;
  readonly shape: Shape;
  /** Default: `form`. */
  readonly style?: ParameterStyle | undefined;
  /** Default: `true` for the style `form`, else `false`. */
  readonly explode?: boolean | undefined;
  /** Whether an exploded object may lie about as pairs without its name. Default: `true`. */
  readonly spread?: boolean;
}

/** Pairs by name, those with brackets grown into branches. Taking a name removes it. */
interface Named {
  readonly plain: Map<string, Pair[]>;
  readonly branches: Map<string, Branch>;
}

/**
 * Decodes pairs into the values of fields, and what no field claims into `rest`. Names with brackets are understood in
 * every style. OpenAPI 3.1, section 4.8.12.2 (Style Values).
 *
 * @throws {ProblemError} 400 where keys contradict each other or exceed a limit.
 */
export function decodeFields(
  pairs: readonly Pair[],
  fields: readonly Field[],
  restShape: Shape,
  limits: Limits,
): { readonly values: Record<string, unknown>; readonly rest: Record<string, unknown> } {
  const named = byName(pairs, new Set(fields.map(({ name }) => name)), limits);
  const values: Record<string, unknown> = {};
  const absent: Field[] = [];
  for (const field of fields) {
    const value = takeValue(named, field, limits);
    if (value === undefined) absent.push(field);
    else put(values, field.key, value);
  }
  for (const field of absent) {
    const value = spreadObject(named, field);
    if (value !== undefined) put(values, field.key, value);
  }
  return { values, rest: restValues(named, restShape, limits) };
}

function byName(pairs: readonly Pair[], names: ReadonlySet<string>, limits: Limits): Named {
  const named: Named = { plain: new Map(), branches: new Map() };
  for (const pair of pairs) {
    // A parameter may be called `filter[name]`: a name that is known as it stands is not cut.
    const [name = "", ...steps] = names.has(pair.key) ? [pair.key] : keySteps(pair, limits);
    if (steps.length > 0) {
      const branch = named.branches.get(name) ?? emptyBranch();
      named.branches.set(name, branch);
      grow(branch, steps, pair.value);
    } else {
      const same = named.plain.get(name);
      if (same) same.push(pair);
      else named.plain.set(name, [pair]);
    }
  }
  return named;
}

function takeValue(named: Named, field: Field, limits: Limits): unknown {
  const { name, shape } = field;
  const pairs = named.plain.get(name);
  const branch = named.branches.get(name);
  if (!pairs) {
    named.branches.delete(name);
    return branch && branchValue(branch, shape, name, limits);
  }
  if (branch) throw malformed(`${name} is given both as one value and with brackets.`, name);
  named.plain.delete(name);
  return plainValue(pairs, field, limits);
}

function plainValue(pairs: readonly Pair[], field: Field, limits: Limits): unknown {
  const { shape, style = "form", explode = style === "form" } = field;
  const [first] = pairs;
  if (pairs.length > 1 || typeof first?.value !== "string" || style === "deepObject") {
    return repeatedValue(
      pairs.map(({ value }) => value),
      shape,
    );
  }
  if (explode) return onlyValue(first.value, shape);
  return delimitedValue(
    first.raw,
    shape,
    { items: delimiter(style), decode: decodeFormText },
    limits,
  );
}

/** An exploded array of one item looks like a scalar: it is taken for one only where no array may stand. */
function onlyValue(text: string, shape: Shape): unknown {
  const item = itemShape(shape);
  const scalar = leafValue(text, shape);
  if (item === undefined || readScalar(text, alternatives(shape)) !== undefined) return scalar;
  const mayBeEmpty = alternatives(shape).some((option) => option === "string" || option === "null");
  return text === "" && mayBeEmpty ? scalar : [leafValue(text, item)];
}

// Spaces and pipes come escaped or bare, depending on who wrote the query.
function delimiter(style: ParameterStyle): string | RegExp {
  if (style === "spaceDelimited") return /%20|\+/;
  return style === "pipeDelimited" ? /\||%7C/i : ",";
}

/** An exploded object travels as pairs of its own: each property that no other field claims. */
function spreadObject(named: Named, field: Field): unknown {
  const { shape, style = "form", explode = style === "form" } = field;
  const [object] = objectShapes(shape);
  if (!object || style !== "form" || !explode || field.spread === false) return undefined;
  const names = Object.keys(object.object);
  const claimed = object.rest === undefined ? names : [...named.plain.keys()];
  const value: Record<string, unknown> = {};
  for (const name of claimed) {
    const pairs = named.plain.get(name);
    if (!pairs) continue;
    named.plain.delete(name);
    const property = propertyShape(object, name) ?? "unknown";
    put(
      value,
      name,
      repeatedValue(
        pairs.map((pair) => pair.value),
        property,
      ),
    );
  }
  return Object.keys(value).length > 0 ? value : undefined;
}

function restValues(named: Named, shape: Shape, limits: Limits): Record<string, unknown> {
  const rest: Record<string, unknown> = {};
  for (const [name, pairs] of named.plain) {
    if (named.branches.has(name)) {
      throw malformed(`${name} is given both as one value and with brackets.`, name);
    }
    put(
      rest,
      name,
      repeatedValue(
        pairs.map(({ value }) => value),
        shape,
      ),
    );
  }
  for (const [name, branch] of named.branches) {
    put(rest, name, branchValue(branch, shape, name, limits));
  }
  return rest;
}
