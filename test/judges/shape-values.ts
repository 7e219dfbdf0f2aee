import type { ParameterDescriptor } from "../../packages/runtime/src/contract.ts";
import type { Shape } from "../../packages/runtime/src/server/contract.ts";
import { alternatives, type PlainShape } from "../../packages/runtime/src/server/decode/shapes.ts";

/**
 * Values that a parameter of a shape may have and that its style can tell apart. Left out, since what is written is the
 * same for two values:
 *
 * - empty lists and objects (nothing is written, as for none at all), and a list of one empty text;
 * - `null`, which is written like the empty text;
 * - a text that reads as a number or `true` where these may stand as well;
 * - lists and objects inside of others, but in the style `deepObject` and in the brackets of queries;
 * - in a header, which has no escapes: commas inside of items, equals signs, and spaces at the ends; signs beyond Latin-1;
 * - spaces and bars inside of the items that these part, in the styles `spaceDelimited` and `pipeDelimited`.
 */
export class ShapeValues {
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** `undefined` where the shape allows nothing that could be told apart. */
  make(parameter: ParameterDescriptor, shape: Shape): unknown {
    return this.#value(parameter, shape, 0);
  }

  #value(parameter: ParameterDescriptor, shape: Shape, depth: number): unknown {
    const options = alternatives(shape).filter((option) => this.#isTold(option, parameter, depth));
    const option = this.#pick(options);
    if (option === undefined) return undefined;
    if (typeof option === "string") return this.#scalar(option, parameter, options, depth);
    return "array" in option
      ? this.#list(option.array, parameter, depth)
      : this.#object(option.object, parameter, depth);
  }

  #isTold(option: PlainShape, parameter: ParameterDescriptor, depth: number): boolean {
    if (option === "null") return false;
    if (typeof option === "string") return true;
    return depth === 0 || (parameter.in === "query" && depth < 3);
  }

  #scalar(
    kind: string,
    parameter: ParameterDescriptor,
    options: readonly PlainShape[],
    depth: number,
  ): unknown {
    switch (kind) {
      case "integer":
        return Math.floor(this.#random() * 2000) - 1000;
      case "number":
        return this.#pick([0, 1.5, -2, 1e21, 0.1]);
      case "boolean":
        return this.#random() < 0.5;
      default: {
        const texts = depth > 0 ? TEXTS.filter((text) => text !== "") : TEXTS;
        const mayBeRead = options.some((option) => READ.has(String(option)));
        return this.#pick(
          texts.filter((text) => isTold(text, parameter, depth) && !(mayBeRead && isRead(text))),
        );
      }
    }
  }

  #list(item: Shape, parameter: ParameterDescriptor, depth: number): unknown {
    const length = 1 + Math.floor(this.#random() * 3);
    const items = Array.from({ length }, () => this.#value(parameter, item, depth + 1));
    const whole = items.filter((value) => value !== undefined);
    return whole.length > 0 ? whole : undefined;
  }

  #object(
    properties: Readonly<Record<string, Shape>>,
    parameter: ParameterDescriptor,
    depth: number,
  ): unknown {
    const entries = Object.entries(properties)
      .filter(() => this.#random() < 0.6)
      .map(([key, shape]) => [key, this.#value(parameter, shape, depth + 1)] as const)
      .filter(([, value]) => value !== undefined);
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }

  #pick<T>(options: readonly T[]): T | undefined {
    return options[Math.floor(this.#random() * options.length)];
  }
}

const READ = new Set(["integer", "number", "boolean"]);

const TEXTS = [
  "",
  "a",
  "two words",
  "a,b",
  "a|b",
  "a=b&c;d",
  "100%",
  "%2F",
  "/../x",
  "+1",
  "12",
  "true",
  "null",
  "[0][x]",
  "ä€",
  "é",
  "x".repeat(50),
];

function isRead(text: string): boolean {
  return text === "12" || text === "true" || text === "";
}

function isTold(text: string, { in: place, style }: ParameterDescriptor, depth: number): boolean {
  if (place === "path") return text !== "";
  if (place === "header")
    return /^[\x20-\x7e\xa0-\xff]*$/.test(text) && (depth === 0 || !/[,=]/.test(text));
  if (depth > 0 && style === "spaceDelimited") return !text.includes(" ");
  if (depth > 0 && style === "pipeDelimited") return !text.includes("|");
  return true;
}
