import { ExactNumber } from "../../exact-number.ts";
import { literal, propertyKey } from "./literals.ts";

/**
 * Text in the form prettier gives it, so that no formatter need run: each construct stands on one line where it fits
 * into the width and has one broken form otherwise. The tests run prettier over everything as the judge.
 */

const WIDTH = 100;

/** Spaces for a depth of nesting. */
export function indentation(depth: number): string {
  return "  ".repeat(depth);
}

/**
 * A union type.
 *
 * @param before Columns already taken on the line; `after`: columns that follow the type.
 * @param depth Nesting of the line it starts on.
 */
export function unionText(
  members: readonly string[],
  before: number,
  after: number,
  depth: number,
): string {
  const line = members.join(" | ");
  if (isHugged(members) || before + line.length + after <= WIDTH) return line;
  const gap = `\n${indentation(depth + 1)}`;
  if (gap.length - 1 + line.length + after <= WIDTH) return gap + line;
  return members.map((member) => `${gap}| ${member}`).join("");
}

// One type, or a name that may be null, stays on its line however long it is.
function isHugged(members: readonly string[]): boolean {
  const [first = "", second] = members;
  return (
    members.length < 2 || (members.length === 2 && second === "null" && /^[\w$]+$/.test(first))
  );
}

/** A list in brackets: arguments, parameters, imported names. */
export function listText(
  open: string,
  members: readonly string[],
  close: string,
  before: number,
  after: number,
  depth: number,
): string {
  const padding = open.endsWith("{") && members.length > 0 ? " " : "";
  const line = open + padding + members.join(", ") + padding + close;
  if (members.length === 0) return line;
  if (before + line.length + after <= WIDTH && !line.includes("\n")) return line;
  const gap = indentation(depth + 1);
  return `${open}\n${members.map((member) => `${gap}${member},\n`).join("")}${indentation(depth)}${close}`;
}

/** Source text in the place of a value: a name that stands for it. */
export class SourceText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A call with one value as its argument, which is broken as the value is. */
export class CallText extends SourceText {
  readonly callee: string;
  readonly argument: unknown;

  constructor(callee: string, argument: unknown) {
    super(`${callee}(${lineText(argument)})`);
    this.callee = callee;
    this.argument = argument;
  }
}

/** A JSON value: an object or array on one line where it fits, else a member a line. */
export function valueText(value: unknown, before: number, after: number, depth: number): string {
  if (value instanceof CallText) {
    const { callee, argument } = value;
    return `${callee}(${valueText(argument, before + callee.length + 1, after + 1, depth)})`;
  }
  const line = lineText(value);
  if (value instanceof SourceText) return line;
  if (!mustBreak(value) && before + line.length + after <= WIDTH) return line;
  if (Array.isArray(value)) {
    const gap = indentation(depth + 1);
    const lines = value.map((item) => `${gap}${valueText(item, gap.length, 1, depth + 1)},\n`);
    return `[\n${lines.join("")}${indentation(depth)}]`;
  }
  if (isComposite(value)) return objectText(value, depth);
  return line;
}

/** An object literal with a member a line. */
export function objectText(value: object, depth: number): string {
  const gap = indentation(depth + 1);
  const lines = Object.entries(value).flatMap(([key, member]) => {
    if (member === undefined) return [];
    const head = `${gap}${propertyKey(key)}: `;
    return [`${head}${valueText(member, head.length, 1, depth + 1)},\n`];
  });
  return `{\n${lines.join("")}${indentation(depth)}}`;
}

function lineText(value: unknown): string {
  if (value instanceof SourceText) return value.text;
  if (Array.isArray(value)) return `[${value.map(lineText).join(", ")}]`;
  if (!isComposite(value)) return literal(value);
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [`${propertyKey(key)}: ${lineText(member)}`],
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

// Prettier breaks an array of several objects (or of several arrays) that each have several members.
function mustBreak(value: unknown): boolean {
  if (Array.isArray(value)) {
    return (
      (value.length > 1 && (value.every(isWideObject) || value.every(isWideArray))) ||
      value.some(mustBreak)
    );
  }
  if (value instanceof SourceText) return false;
  return typeof value === "object" && value !== null && Object.values(value).some(mustBreak);
}

function isWideObject(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof SourceText) &&
    Object.values(value).filter((member) => member !== undefined).length > 1
  );
}

function isWideArray(value: unknown): boolean {
  return Array.isArray(value) && value.length > 1;
}

function isComposite(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof ExactNumber);
}
