import type { Limits, Shape } from "../contract.ts";
import { malformed } from "../problem.ts";
import { put } from "../put.ts";
import type { Branch } from "./branch.ts";
import { fitsLeaf, leafValue } from "./leaf.ts";
import { itemShape, objectShapes, propertyShape, type ObjectShape } from "./shapes.ts";

const index = /^(?:0|[1-9]\d*)$/;

/**
 * Builds the value of a bracketed name. What does not fit the shape is built as it was sent, for the validator to refuse.
 *
 * @param name The name so far, for messages: `items[0]`.
 * @throws {ProblemError} 400 where the keys contradict each other, or ask for an array beyond the limit.
 */
export function branchValue(branch: Branch, shape: Shape, name: string, limits: Limits): unknown {
  const { values, named, listed } = branch;
  if (named.size + listed.length === 0) return repeatedValue(values, shape);
  if (values.length > 0) {
    throw malformed(`${name} is given both as one value and with brackets.`, name);
  }
  const isList = [...named.keys()].every((key) => index.test(key));
  if (listed.length > 0 && !isList) {
    throw malformed(`${name} is given both as an array and as an object.`, name);
  }
  const item = itemShape(shape);
  if (isList && (item !== undefined || listed.length > 0)) {
    return arrayValue(branch, item ?? "unknown", name, limits);
  }
  const object = bestObject(branch, objectShapes(shape));
  if (object) return objectValue(branch, object, name, limits);
  return isCounted(named)
    ? arrayValue(branch, "unknown", name, limits)
    : objectValue(branch, { object: {} }, name, limits);
}

/** One value, or an array where a key came more than once, whether or not the shape allows it. */
export function repeatedValue(values: readonly unknown[], shape: Shape): unknown {
  if (values.length === 1) return leafValue(values[0], shape);
  const item = itemShape(shape) ?? shape;
  return values.map((value) => leafValue(value, item));
}

function objectValue(branch: Branch, shape: ObjectShape, name: string, limits: Limits): unknown {
  const object: Record<string, unknown> = {};
  for (const [key, child] of branch.named) {
    const property = propertyShape(shape, key) ?? "unknown";
    put(object, key, branchValue(child, property, `${name}[${key}]`, limits));
  }
  return object;
}

// Indexes give the order and nothing else: gaps are closed, so that no key can ask for a long array.
function arrayValue(branch: Branch, item: Shape, name: string, limits: Limits): unknown[] {
  const indexed = [...branch.named].map(([key, child]) => [Number(key), child] as const);
  const beyond = indexed.find(([position]) => position >= limits.arrayLength);
  if (beyond || indexed.length + branch.listed.length > limits.arrayLength) {
    throw malformed(`${name} may have at most ${limits.arrayLength} items.`, name);
  }
  indexed.sort(([left], [right]) => left - right);
  const children = [...indexed.map(([, child]) => child), ...branch.listed];
  return children.map((child, position) =>
    branchValue(child, item, `${name}[${position}]`, limits),
  );
}

/** Whether the keys are 0, 1, 2 … without a gap: an array where nothing tells what is meant. */
function isCounted(named: ReadonlyMap<string, Branch>): boolean {
  for (let position = 0; position < named.size; position += 1) {
    if (!named.has(String(position))) return false;
  }
  return true;
}

/** Of the objects that may stand here, the one with the fewest surprises; the first of equals. */
function bestObject(branch: Branch, shapes: readonly ObjectShape[]): ObjectShape | undefined {
  const [first, ...others] = shapes;
  if (!first || others.length === 0) return first;
  let best = first;
  let fewest = surprises(branch, first);
  for (const shape of others) {
    const count = surprises(branch, shape);
    if (count < fewest) [best, fewest] = [shape, count];
  }
  return best;
}

// One level only: to look deeper for each choice at each level would cost a power of the depth.
function surprises(branch: Branch, shape: ObjectShape): number {
  let count = 0;
  for (const [key, child] of branch.named) {
    const property = propertyShape(shape, key);
    const [value] = child.values;
    if (property === undefined || (value !== undefined && !fitsLeaf(value, property))) count += 1;
  }
  return count;
}
