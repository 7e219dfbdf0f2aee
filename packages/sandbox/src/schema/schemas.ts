import type { ApiModel, Schema, SchemaId } from "@specwright/generator/reading";
import type { Shape } from "@specwright/runtime/server";
import { validator, type Validator } from "@specwright/runtime/validate";
import type { Check } from "./check.ts";
import { intersectionCheck, unionCheck } from "./combined.ts";
import { arrayCheck, objectCheck } from "./containers.ts";
import { isOfType, ruleCheck } from "./rules.ts";
import { scalarCheck } from "./scalars.ts";
import { shapeOf } from "./shape.ts";

/** The schemas of a model, each made into what acts on values when that is first asked for. */
export class Schemas {
  readonly #named: ReadonlyMap<SchemaId, Schema>;
  readonly #checks = new WeakMap<Schema, Check>();
  readonly #verdicts = new WeakMap<object, WeakMap<Schema, boolean>>();
  readonly #shapes = new Map<SchemaId, () => Shape>();

  constructor(model: Pick<ApiModel, "schemas">) {
    this.#named = new Map(model.schemas.map(({ id, schema }) => [id, schema]));
  }

  /** The schema behind references. `undefined` for one that leads to itself. */
  content(schema: Schema): Schema | undefined {
    let at: Schema | undefined = schema;
    for (let steps = 0; at?.kind === "reference"; steps += 1) {
      if (steps > 100) return undefined;
      at = this.#named.get(at.schema);
    }
    return at;
  }

  named(id: SchemaId): Schema | undefined {
    return this.#named.get(id);
  }

  check(schema: Schema): Check {
    const known = this.#checks.get(schema);
    if (known) return known;
    const made = this.#compile(schema);
    this.#checks.set(schema, made);
    return made;
  }

  is(value: unknown, schema: Schema): boolean {
    return this.check(schema).is(value);
  }

  /** The same for a value that nobody changes, such as an example of the document: found out once. */
  isLasting(value: unknown, schema: Schema): boolean {
    if (typeof value !== "object" || value === null) return this.is(value, schema);
    const known = this.#verdicts.get(value) ?? new WeakMap<Schema, boolean>();
    this.#verdicts.set(value, known);
    const verdict = known.get(schema) ?? this.is(value, schema);
    known.set(schema, verdict);
    return verdict;
  }

  validator(schema: Schema, name: string): Validator<unknown> {
    const check = this.check(schema);
    return validator(
      name,
      (value): value is unknown => check.is(value),
      (value, issues, at) => check.explain(value, issues, at),
    );
  }

  shape(schema: Schema): Shape {
    return shapeOf(schema, this.#reference);
  }

  // Schemas refer to each other in circles: the shape of a named one is made when it is first asked for, and once.
  #reference = (id: SchemaId): Shape => {
    const known = this.#shapes.get(id);
    if (known) return known;
    let made: Shape | undefined;
    const shape = (): Shape => {
      const schema = this.#named.get(id);
      return (made ??= schema ? shapeOf(schema, this.#reference) : "unknown");
    };
    this.#shapes.set(id, shape);
    return shape;
  };

  #namedCheck = (id: SchemaId): Check => {
    let made: Check | undefined;
    const find = (): Check | undefined => {
      const schema = made ? undefined : this.#named.get(id);
      return (made ??= schema && this.check(schema));
    };
    return {
      is: (value) => find()?.is(value) ?? false,
      explain: (value, issues, at) => find()?.explain(value, issues, at),
    };
  };

  #compile(schema: Schema): Check {
    const plain = this.#plain(schema);
    const isPlain = !schema.rules?.length && !schema.nullable && !("lenient" in schema);
    if (isPlain) return plain;
    const rules = (schema.rules ?? []).map((rule) => ruleCheck(rule, this.#namedCheck));
    const passes = (value: unknown): boolean =>
      (value === null && schema.nullable) || isOtherKind(value, schema);
    return {
      is: (value) => rules.every((rule) => rule.is(value)) && (passes(value) || plain.is(value)),
      explain(value, issues, at) {
        for (const rule of rules) rule.explain(value, issues, at);
        if (!passes(value)) plain.explain(value, issues, at);
      },
    };
  }

  #plain(schema: Schema): Check {
    const checkOf = (part: Schema): Check => this.check(part);
    switch (schema.kind) {
      case "array":
        return arrayCheck(schema, checkOf);
      case "object":
        return objectCheck(schema, checkOf);
      case "union":
        return unionCheck(schema, checkOf, this.#namedCheck);
      case "intersection":
        return intersectionCheck(schema, checkOf);
      case "reference":
        return this.#namedCheck(schema.schema);
      default:
        return scalarCheck(schema) ?? this.#namedCheck("");
    }
  }
}

/** Values that a schema without `type` does not speak of. */
function isOtherKind(value: unknown, schema: Schema): boolean {
  if (!("lenient" in schema) || !schema.lenient || value === undefined) return false;
  return !isOfType(value, schema.kind === "integer" ? "number" : schema.kind);
}
