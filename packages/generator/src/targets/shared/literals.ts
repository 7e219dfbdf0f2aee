import { ExactNumber, integerDigits } from "../../exact-number.ts";
import type { Literal, LiteralSchema } from "../../model/api-model.ts";
import { escapeUnits, UNSEEN } from "../../diagnostics/unseen.ts";
import { isIdentifier } from "../../naming/identifier.ts";

/** Ends of comments and scripts in HTML, and comments that debuggers obey wherever they stand. */
const MEANT_FOR_OTHERS = /<(?=[!/]|script)|[#@](?=\s*source(?:Mapping)?URL=)/gi;

/**
 * A string as source text, with the quotes prettier would choose and nothing a parser could read otherwise: every
 * character that is not seen is escaped, and so is what a page or a debugger would take for its own.
 */
export function stringLiteral(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(UNSEEN, escapeUnits)
    .replace(MEANT_FOR_OTHERS, escapeUnits);
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  if (doubles <= singles) return `"${escaped}"`;
  return `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A JSON value as source text on one line. */
export function literal(value: unknown): string {
  if (typeof value === "string") return stringLiteral(value);
  if (value instanceof ExactNumber) return value.toString();
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).flatMap(([key, member]) =>
      member === undefined ? [] : [`${propertyKey(key)}: ${literal(member)}`],
    );
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  }
  return String(value);
}

/** A value of a list as source text, in the form that it has in a program: `1n` for a `bigint`. */
export function literalAs(value: Literal, held: LiteralSchema["held"]): string {
  if (held === undefined || typeof value === "string" || typeof value === "boolean") {
    return literal(value);
  }
  const digits = integerDigits(value) ?? "0";
  return held === "bigint" ? `${digits}n` : stringLiteral(digits);
}

/** A property's name as it stands in front of the colon. */
export function propertyKey(name: string): string {
  // In an object literal `__proto__: x` would set the prototype; computed, it is a name like any other.
  if (name === "__proto__") return '["__proto__"]';
  return isIdentifier(name) ? name : stringLiteral(name);
}

/** Access to a property by name: `.id` or `["foo-bar"]`. */
export function propertyAccess(name: string): string {
  return isIdentifier(name) ? `.${name}` : `[${stringLiteral(name)}]`;
}
