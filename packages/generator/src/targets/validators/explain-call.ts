import type { LiteralSchema, Numeral, Schema } from "../../model/api-model.ts";
import { indentation, SourceText, valueText } from "../shared/layout.ts";
import { literalAs, stringLiteral } from "../shared/literals.ts";
import type { ValidatorContext } from "./context.ts";
import { numeralText } from "./held-number.ts";

/** Members of an options object: name, source text and, for a list, its values, so that it can be broken. */
export type Options = readonly (readonly [string, string | undefined, (readonly unknown[])?])[];

/** One call that explains one value: `explainString(value.id, issues, at, "id", { maxLength: 5000 });` */
export function explainCall(
  schema: Schema,
  value: string,
  key: string,
  path: string,
  optional: boolean,
  context: ValidatorContext,
  depth: number,
): string {
  const presence: Options = [
    ["optional", optional ? "true" : undefined],
    ["nullable", schema.nullable ? "true" : undefined],
  ];
  const call = (name: string, extra: readonly string[], options: Options): string =>
    callText(
      kit(name, context),
      [value, "issues", "at", key, ...extra],
      [...presence, ...options],
      depth,
    );
  switch (schema.kind) {
    case "string":
      if (schema.held === "date") return call("explainDateValue", [], []);
      return call("explainString", [], stringOptions(schema, path, context));
    case "number":
    case "integer":
      return call(NUMBERS[schema.held ?? schema.kind], [], numberOptions(schema));
    case "boolean":
      return call("explainBoolean", [], []);
    case "literal":
      return call(
        "explainLiteral",
        [],
        [
          ["values", valueText(listed(schema), 0, Number.NEGATIVE_INFINITY, 0), listed(schema)],
          ["open", schema.open ? "true" : undefined],
        ],
      );
    case "reference":
      return call("explainValue", [context.explain(schema.schema)], []);
    case "never":
      return call("explainLiteral", [], [["values", "[]"]]);
    case "binary":
      return call(schema.part ? "explainFilePart" : "explainBinary", [], []);
    case "unknown":
      return optional
        ? ""
        : callText(kit("explainPresent", context), [value, "issues", "at", key], [], depth);
    case "array":
    case "object":
    case "union":
    case "intersection":
      return call("explainValue", [context.explain(path)], []);
  }
}

const NUMBERS = {
  number: "explainNumber",
  integer: "explainInteger",
  bigint: "explainBigint",
  "integer-text": "explainIntegerText",
  "decimal-text": "explainDecimalText",
} as const;

function listed({ values, composites = [], held }: LiteralSchema): readonly unknown[] {
  const own =
    held === undefined ? values : values.map((value) => new SourceText(literalAs(value, held)));
  return [...own, ...composites];
}

export function stringOptions(
  schema: Schema & { readonly kind: "string" },
  path: string,
  context: ValidatorContext,
): Options {
  return [
    ["minLength", schema.minLength === undefined ? undefined : String(schema.minLength)],
    ["maxLength", schema.maxLength === undefined ? undefined : String(schema.maxLength)],
    ["pattern", schema.pattern === undefined ? undefined : context.pattern(schema.pattern, path)],
  ];
}

function numberOptions(schema: Schema & { readonly kind: "number" | "integer" }): Options {
  const { minimum, maximum, multipleOf, held } = schema;
  const text = (limit: Numeral | undefined): string | undefined =>
    limit === undefined ? undefined : held === undefined ? String(limit) : numeralText(limit);
  return [
    [minimum?.exclusive ? "above" : "minimum", text(minimum?.value)],
    [maximum?.exclusive ? "below" : "maximum", text(maximum?.value)],
    ["multipleOf", text(multipleOf)],
  ];
}

/** A call with options last: on one line, or with the options a line each, or with the arguments a line each. */
export function callText(
  name: string,
  args: readonly string[],
  options: Options,
  depth: number,
): string {
  const given = options.flatMap(([key, value, list]) =>
    value === undefined ? [] : [{ key, value, list }],
  );
  const members = given.map(({ key, value }) => `${key}: ${value}`);
  const object = members.length > 0 ? `{ ${members.join(", ")} }` : undefined;
  const margin = indentation(depth).length;
  const all = object === undefined ? args : [...args, object];
  const line = `${name}(${all.join(", ")});`;
  if (margin + line.length <= 100) return line;
  const gap = indentation(depth + 1);
  const head = `${name}(${args.join(", ")}, {`;
  if (object !== undefined && margin + head.length <= 100) {
    const lines = given.map(({ key, value, list }) => {
      const text = list ? valueText(list, `${gap}${key}: `.length, 1, depth + 1) : value;
      return `${gap}${key}: ${text},\n`;
    });
    return `${head}\n${lines.join("")}${indentation(depth)}});`;
  }
  return `${name}(\n${all.map((argument) => `${gap}${argument},\n`).join("")}${indentation(depth)});`;
}

export function kit(name: string, context: ValidatorContext): string {
  return context.imports.runtimeValue(name, "validate");
}

/** `if (!test) { issues.expected(…); return; }` */
export function expectOr(test: string, expected: string): string[] {
  return [
    `if (!${test}) {\n    issues.expected(at, ${stringLiteral(expected)}, value);\n    return;\n  }`,
  ];
}
