import { pascalCase } from "../naming/casing.ts";
import type { ApiModel, LiteralSchema, NamedSchema } from "./api-model.ts";

/** Gives each value of a named list of texts a name, so that the list can be an object: `Status.Paid`. */
export function nameValues(model: ApiModel): ApiModel {
  return { ...model, schemas: model.schemas.map(withNames) };
}

function withNames(named: NamedSchema): NamedSchema {
  const { schema } = named;
  if (!named.declared || schema.kind !== "literal" || schema.composites) return named;
  const names = valueNames(schema.values);
  return names ? { ...named, schema: { ...schema, names } } : named;
}

// Where two values would have one name, all keep their own spelling: which came first must not decide.
function valueNames(values: LiteralSchema["values"]): string[] | undefined {
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length === 0 || texts.length < values.length) return undefined;
  const names = texts.map((text) => pascalCase(text) || text);
  return new Set(names).size === names.length ? names : texts;
}
