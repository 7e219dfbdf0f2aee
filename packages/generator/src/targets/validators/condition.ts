import { roundNumber } from "../../exact-number.ts";
import type { LiteralSchema, Schema } from "../../model/api-model.ts";
import { indentation } from "../shared/layout.ts";
import { literalAs } from "../shared/literals.ts";
import type { ValidatorContext } from "./context.ts";
import { heldTerms } from "./held-number.ts";

/** A test as source text: terms joined by one operator. */
export interface Condition {
  readonly operator: "||" | "&&";
  readonly terms: readonly string[];
}

/**
 * What makes `value` wrong, presence aside: any of the terms (`||`) or all of them (`&&`).
 * No terms: nothing can be wrong.
 */
export function wrong(
  schema: Schema,
  value: string,
  path: string,
  context: ValidatorContext,
): Condition {
  const { imports } = context;
  const kit = (name: string): string => imports.runtimeValue(name, "validate");
  switch (schema.kind) {
    case "string":
      if (schema.held === "date") return or([`!${kit("isDateValue")}(${value})`]);
      return or([
        `typeof ${value} !== "string"`,
        ...(schema.minLength === undefined
          ? []
          : [`!${kit("minLength")}(${value}, ${schema.minLength})`]),
        ...(schema.maxLength === undefined
          ? []
          : [`!${kit("maxLength")}(${value}, ${schema.maxLength})`]),
        ...(schema.pattern === undefined
          ? []
          : [`!${context.pattern(schema.pattern, path)}.test(${value})`]),
      ]);
    case "number":
    case "integer": {
      if (schema.held !== undefined) return or(heldTerms(schema, value, schema.held, kit));
      const { minimum, maximum, multipleOf } = schema;
      return or([
        `!${kit(schema.kind === "integer" ? "isInteger" : "isNumber")}(${value})`,
        ...(minimum ? [`${value} ${minimum.exclusive ? "<=" : "<"} ${String(minimum.value)}`] : []),
        ...(maximum ? [`${value} ${maximum.exclusive ? ">=" : ">"} ${String(maximum.value)}`] : []),
        ...(multipleOf === undefined
          ? []
          : [`!${kit("isMultipleOf")}(${value}, ${String(multipleOf)})`]),
      ]);
    }
    case "boolean":
      return or([`typeof ${value} !== "boolean"`]);
    case "literal":
      return schema.open
        ? or(openLiteral(schema, value))
        : {
            operator: "&&",
            terms: schema.values.map((item) => `${value} !== ${literalAs(item, schema.held)}`),
          };
    case "reference":
      return or([`!${context.guard(schema.schema)}(${value})`]);
    case "never":
      return or([`!${kit("isNever")}(${value})`]);
    case "unknown":
      return or([]);
    case "binary":
      return or([`!${kit(schema.part ? "isFilePart" : "isBinary")}(${value})`]);
    case "array":
    case "object":
    case "union":
    case "intersection":
      return or([`!${context.guard(path)}(${value})`]);
  }
}

/** What makes `value` right: the opposite of {@link wrong}, as conditions that hold together. */
export function right(
  schema: Schema,
  value: string,
  path: string,
  context: ValidatorContext,
): Condition {
  const { operator, terms } = wrong(schema, value, path, context);
  return { operator: operator === "||" ? "&&" : "||", terms: terms.map(negated) };
}

/** `if (condition) result`, broken as prettier would, with braces where it does not fit on a line. */
export function ifText({ operator, terms }: Condition, result: string, depth: number): string {
  const margin = indentation(depth);
  const joined = terms.join(` ${operator} `);
  const line = `if (${joined}) ${result}`;
  if (margin.length + line.length <= 100) return line;
  const gap = indentation(depth + 1);
  const head = `if (${joined}) {`;
  const test =
    margin.length + head.length <= 100
      ? head
      : `if (\n${terms.map((term) => gap + term).join(` ${operator}\n`)}\n${margin}) {`;
  return `${test}\n${gap}${result}\n${margin}}`;
}

// An open list only tells the type; which values are known is for people.
function openLiteral(schema: LiteralSchema, value: string): string[] {
  const types = literalTypes(schema).filter((type) => type !== "object");
  return types.length === 1 ? [`typeof ${value} !== "${types[0]}"`] : [];
}

/** What `typeof` says of the values of a list. */
export function literalTypes({ values, held }: LiteralSchema): string[] {
  const number = held === "bigint" ? "bigint" : held === undefined ? "number" : "string";
  const types = values.map((item) => typeof roundNumber(item));
  return [...new Set(types.map((type) => (type === "number" ? number : type)))];
}

const OPPOSITES: ReadonlyMap<string, string> = new Map([
  [" !== ", " === "],
  [" <= ", " > "],
  [" >= ", " < "],
  [" < ", " >= "],
  [" > ", " <= "],
]);

// Texts of the spec, which may look like operators, are passed over whole.
const OPERATOR = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'| (?:!==|<=|>=|<|>) /g;

// Terms are made above and nowhere else, so that their forms are known.
function negated(term: string): string {
  if (term.startsWith("!")) return term.slice(1);
  const operator = [...term.matchAll(OPERATOR)].find(([found]) => OPPOSITES.has(found));
  if (!operator) return `!(${term})`;
  const [found] = operator;
  const rest = term.slice(operator.index + found.length);
  return term.slice(0, operator.index) + (OPPOSITES.get(found) ?? found) + rest;
}

function or(terms: readonly string[]): Condition {
  return { operator: "||", terms };
}
