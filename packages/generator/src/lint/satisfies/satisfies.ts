import { roundNumber } from "../../exact-number.ts";
import type { Schema, SchemaId } from "../../model/api-model.ts";
import { checkArray } from "./array.ts";
import { expected } from "./issue.ts";
import type { Issue } from "./issue.ts";
import { checkLiteral } from "./literal.ts";
import { checkNumber } from "./number.ts";
import { checkObject } from "./object.ts";
import { checkRules, isOtherKind } from "./rules.ts";
import { checkString } from "./string.ts";
import { checkUnion } from "./union.ts";

/** What a reference of the model stands for; `undefined` where nothing is known. */
export type ContentOf = (id: SchemaId) => Schema | undefined;

/** Asks about a part of the value. */
export type Check = (value: unknown, schema: Schema, pointer: string) => readonly Issue[];

/**
 * Why `value` does not satisfy `schema`; empty when it does.
 *
 * An interpreter of the model, so that no validator has to be generated for a single value. It is never stricter than
 * JSON Schema: what the model leaves out is not checked, and neither are formats, which are annotations (JSON Schema
 * 2020-12, Validation, section 7.2). Values that an open list does not hold are fine, and so is a missing property that
 * only requests or only answers have.
 *
 * @param value Plain JSON.
 */
export function satisfies(value: unknown, schema: Schema, contentOf: ContentOf): readonly Issue[] {
  // References that are followed without going into the value; a circle of them says nothing.
  const open = new Set<string>();
  const check: Check = (given, its, pointer) => {
    const part = roundNumber(given);
    if (part === null && its.nullable) return [];
    const broken = checkRules(part, its.rules, pointer, check);
    if (broken.length > 0 || isOtherKind(part, its)) return broken;
    if (its.kind !== "reference") return checkKind(part, its, pointer, check);
    const key = `${its.schema} ${pointer}`;
    const content = open.has(key) ? undefined : contentOf(its.schema);
    if (!content) return [];
    open.add(key);
    const issues = check(part, content, pointer);
    open.delete(key);
    return issues;
  };
  return check(value, schema, "");
}

function checkKind(
  value: unknown,
  schema: Exclude<Schema, { readonly kind: "reference" }>,
  pointer: string,
  check: Check,
): readonly Issue[] {
  switch (schema.kind) {
    case "string":
      return checkString(value, schema, pointer);
    case "number":
    case "integer":
      return checkNumber(value, schema, pointer);
    case "boolean":
      return typeof value === "boolean" ? [] : expected(pointer, "true or false", value);
    case "literal":
      return checkLiteral(value, schema, pointer);
    case "array":
      return checkArray(value, schema, pointer, check);
    case "object":
      return checkObject(value, schema, pointer, check);
    case "union":
      return checkUnion(value, schema, pointer, check);
    case "intersection":
      return schema.parts.flatMap((part) => check(value, part, pointer));
    case "never":
      return expected(pointer, "nothing", value);
    case "unknown":
    // An example of bytes is whatever its author made of them.
    case "binary":
      return [];
  }
}
