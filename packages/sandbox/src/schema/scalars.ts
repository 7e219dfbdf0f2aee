import type {
  LiteralSchema,
  NumberSchema,
  Schema,
  StringSchema,
} from "@specwright/generator/reading";
import {
  explainBinary,
  explainBoolean,
  explainFilePart,
  explainInteger,
  explainLiteral,
  explainNumber,
  explainString,
  isBinary,
  isEqual,
  isFilePart,
  isMultipleOf,
  maxLength,
  minLength,
} from "@specwright/runtime/validate";
import type { Check } from "./check.ts";
import { patternOf } from "./pattern.ts";

/** Values without parts. JSON Schema 2020-12 (Validation), sections 6.1 to 6.3. `undefined` for other schemas. */
export function scalarCheck(schema: Schema): Check | undefined {
  switch (schema.kind) {
    case "string":
      return stringCheck(schema);
    case "number":
    case "integer":
      return numberCheck(schema);
    case "boolean":
      return {
        is: (value) => typeof value === "boolean",
        explain: (value, issues, at) => explainBoolean(value, issues, at, undefined),
      };
    case "literal":
      return literalCheck(schema);
    case "unknown":
      return { is: (value) => value !== undefined, explain: () => undefined };
    case "never":
      return {
        is: () => false,
        explain: (value, issues, at) => issues.expected(at, "nothing", value),
      };
    case "binary":
      return schema.part
        ? { is: isFilePart, explain: (v, issues, at) => explainFilePart(v, issues, at, undefined) }
        : { is: isBinary, explain: (v, issues, at) => explainBinary(v, issues, at, undefined) };
    default:
      return undefined;
  }
}

function stringCheck({ minLength: least, maxLength: most, pattern: source }: StringSchema): Check {
  const pattern = source === undefined ? undefined : patternOf(source);
  const limits = {
    ...(least !== undefined && { minLength: least }),
    ...(most !== undefined && { maxLength: most }),
    ...(pattern && { pattern }),
  };
  return {
    is: (value) =>
      typeof value === "string" &&
      (least === undefined || minLength(value, least)) &&
      (most === undefined || maxLength(value, most)) &&
      (pattern === undefined || pattern.test(value)),
    explain: (value, issues, at) => explainString(value, issues, at, undefined, limits),
  };
}

function numberCheck({ kind, minimum, maximum, multipleOf }: NumberSchema): Check {
  const isKind = kind === "integer" ? Number.isInteger : Number.isFinite;
  const explain = kind === "integer" ? explainInteger : explainNumber;
  const least = minimum && Number(minimum.value);
  const most = maximum && Number(maximum.value);
  const step = multipleOf === undefined ? undefined : Number(multipleOf);
  const limits = {
    ...(least !== undefined && { [minimum?.exclusive ? "above" : "minimum"]: least }),
    ...(most !== undefined && { [maximum?.exclusive ? "below" : "maximum"]: most }),
    ...(step !== undefined && { multipleOf: step }),
  };
  return {
    is: (value) =>
      typeof value === "number" &&
      isKind(value) &&
      (least === undefined || (minimum?.exclusive ? value > least : value >= least)) &&
      (most === undefined || (maximum?.exclusive ? value < most : value <= most)) &&
      (step === undefined || isMultipleOf(value, step)),
    explain: (value, issues, at) => explain(value, issues, at, undefined, limits),
  };
}

function literalCheck({ values, composites = [], open }: LiteralSchema): Check {
  const all = [...values.map(plainLiteral), ...composites];
  const types = new Set(values.map((value) => typeof plainLiteral(value)));
  const [only] = types;
  const isOpen = (value: unknown): boolean => types.size !== 1 || typeof value === only;
  const known = new Set<unknown>(values.map(plainLiteral));
  return {
    is: (value) =>
      open
        ? value !== undefined && isOpen(value)
        : known.has(value) || composites.some((composite) => isEqual(composite, value)),
    explain: (value, issues, at) =>
      explainLiteral(value, issues, at, undefined, { values: all, open }),
  };
}

/** A value of a list of values; numbers with more digits than a double has are the doubles next to them. */
export function plainLiteral(value: unknown): string | number | boolean {
  if (typeof value === "string" || typeof value === "boolean") return value;
  return Number(value);
}
