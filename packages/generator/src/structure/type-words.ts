import type { TypeWord } from "./type-word.ts";

/** A type of JSON Schema, with the format that goes along. */
export interface TypeReading {
  /** Absent for a word that lets any value through. */
  readonly type?: TypeWord;
  readonly format?: string;
}

/** Words of other languages, and formats in the place of types, by what they mean. */
const WORDS: readonly (readonly [TypeReading, string])[] = [
  [{}, "any mixed unknown json"],
  [{ type: "integer" }, "int short byte bigint"],
  [{ type: "integer", format: "int32" }, "int32"],
  [{ type: "integer", format: "int64" }, "int64 long"],
  [{ type: "number" }, "numeric decimal real"],
  [{ type: "number", format: "float" }, "float"],
  [{ type: "number", format: "double" }, "double"],
  [{ type: "boolean" }, "bool"],
  [{ type: "string" }, "str text char enum"],
  [{ type: "string", format: "date" }, "date"],
  [{ type: "string", format: "date-time" }, "datetime date-time timestamp"],
  [{ type: "string", format: "time" }, "time"],
  [{ type: "string", format: "uuid" }, "uuid guid"],
  [{ type: "string", format: "uri" }, "uri url"],
  [{ type: "string", format: "email" }, "email"],
  [{ type: "string", format: "password" }, "password"],
  [{ type: "string", format: "binary" }, "file binary"],
  [{ type: "object" }, "map dict dictionary hash struct"],
  [{ type: "array" }, "list"],
  [{ type: "null" }, "nil none"],
];

const READINGS: ReadonlyMap<string, TypeReading> = new Map(
  WORDS.flatMap(([reading, words]) => words.split(" ").map((word) => [word, reading] as const)),
);

const TYPES: readonly TypeWord[] = [
  "string",
  "number",
  "integer",
  "boolean",
  "null",
  "array",
  "object",
];

/** What a word in the place of a type means; `undefined` where nobody can tell. Case has no meaning in such words. */
export function readTypeWord(value: unknown): TypeReading | undefined {
  // YAML takes the bare word for no value.
  if (value === null) return { type: "null" };
  if (typeof value !== "string") return undefined;
  if (value.trim() === "") return {};
  const word = value.trim().toLowerCase();
  const type = TYPES.find((known) => known === word);
  return type ? { type } : READINGS.get(word);
}
