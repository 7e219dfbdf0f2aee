import type { Shape } from "../contract.ts";

export type ObjectShape = Extract<Shape, { readonly object: unknown }>;
type ArrayShape = Extract<Shape, { readonly array: Shape }>;
/** A shape that is neither a reference nor a choice. */
export type PlainShape = Extract<Shape, string> | ObjectShape | ArrayShape;

const known = new WeakMap<object, readonly PlainShape[]>();

/** What a value may look like, with references followed and choices laid flat, in their order. */
export function alternatives(shape: Shape): readonly PlainShape[] {
  if (typeof shape === "string") return [shape];
  const found = known.get(shape);
  if (found) return found;
  const flat = new Set<PlainShape>();
  flatten(shape, flat, new Set());
  const list = [...flat];
  known.set(shape, list);
  return list;
}

function flatten(shape: Shape, into: Set<PlainShape>, seen: Set<Shape>): void {
  if (typeof shape === "string") {
    into.add(shape);
    return;
  }
  // A choice that names itself adds nothing to itself.
  if (seen.has(shape)) return;
  seen.add(shape);
  if (typeof shape === "function") flatten(shape(), into, seen);
  else if ("anyOf" in shape) shape.anyOf.forEach((option) => flatten(option, into, seen));
  else into.add(shape);
}

/** Shape of the items, where the value may be an array. */
export function itemShape(shape: Shape): Shape | undefined {
  return alternatives(shape).find(isArrayShape)?.array;
}

/** The ways in which the value may be an object. */
export function objectShapes(shape: Shape): readonly ObjectShape[] {
  return alternatives(shape).filter(isObjectShape);
}

/** Shape of the property `key`; `undefined` where the object does not know it. */
export function propertyShape(shape: ObjectShape, key: string): Shape | undefined {
  return Object.hasOwn(shape.object, key) ? shape.object[key] : shape.rest;
}

function isArrayShape(shape: PlainShape): shape is ArrayShape {
  return typeof shape === "object" && "array" in shape;
}

function isObjectShape(shape: PlainShape): shape is ObjectShape {
  return typeof shape === "object" && "object" in shape;
}
