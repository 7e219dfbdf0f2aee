import { readFileSync } from "node:fs";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { parse } from "yaml";
import { isRecord } from "../../packages/runtime/src/validate/index.ts";
import { readApiDocument } from "../helpers/api-document.ts";

/**
 * The types of another generator for the same components, as a module that exports `components`. Where one component
 * refers to another, the type is `Ours<"…">`: so that one that differs does not make others differ.
 *
 * Taken out of the copy that it gets, because we differ on purpose:
 *
 * - `discriminator`: it replaces what a property may be by names of schemas. Our unions keep the values of the spec.
 * - `enum` beside `x-specwright: { open: true }`: our type takes any text, and proposes the known ones.
 * - `additionalProperties` beside `properties`: our interface has no index signature, which would hide misspelled names.
 *
 * And put in: a property that is only under `required`, which must be there though nothing is said of its value.
 *
 * An object that says nothing of its members has values of type `unknown`, and a property with a default stays
 * optional: two options, since the other generator can do both.
 */
export async function wireTypes(components: Components): Promise<string> {
  const document: OpenAPI3 = {
    openapi: components.openapi,
    info: { title: "Components", version: "1" },
    paths: {},
    components: prepare(components.all) as NonNullable<OpenAPI3["components"]>,
  };
  const nodes = await openapiTS(document, {
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
  });
  const text = astToString(nodes).replaceAll(/components\["schemas"\]\["([^"]+)"\]/g, 'Ours<"$1">');
  return `import type { Ours } from "./ours.js";\n${text}`;
}

/** What is under `components` in a document. */
export interface Components {
  readonly openapi: string;
  readonly all: Readonly<Record<string, unknown>>;
  /** Names of the schemas, as the document spells them. */
  readonly names: readonly string[];
}

/** Components of a document that is one file. */
export function readComponents(path: string): Components {
  const text = readFileSync(path, "utf8");
  const document: unknown = path.endsWith(".json") ? JSON.parse(text) : parse(text);
  if (!isRecord(document) || !isRecord(document["components"])) {
    throw new Error(`${path} has no components`);
  }
  return componentsOf(String(document["openapi"]), document["components"]);
}

/** Components of `spec/`, whose files are put together first. */
export async function ownComponents(): Promise<Components> {
  const { schemas } = await readApiDocument();
  return componentsOf("3.1.0", { schemas: Object.fromEntries(schemas) });
}

/** @param all What is under `components`. */
export function componentsOf(openapi: string, all: Readonly<Record<string, unknown>>): Components {
  return { openapi, all, names: Object.keys(isRecord(all["schemas"]) ? all["schemas"] : {}) };
}

function prepare(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => prepare(item));
  if (!isRecord(value)) return value;
  const all = isMap ? value : declareRequired(value);
  const entries = Object.entries(all).filter(([key]) => isMap || !isLeftOut(key, value));
  return Object.fromEntries(
    entries.map(([key, member]) => [key, prepare(member, !isMap && holdsNames(key))]),
  );
}

function declareRequired(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { required, properties } = schema;
  if (!Array.isArray(required) || !isRecord(properties)) return schema;
  const undeclared = required.filter((name) => !Object.hasOwn(properties, String(name)));
  const added = Object.fromEntries(undeclared.map((name) => [String(name), {}]));
  return { ...schema, properties: { ...properties, ...added } };
}

function isLeftOut(key: string, schema: Readonly<Record<string, unknown>>): boolean {
  const extension = schema["x-specwright"];
  switch (key) {
    case "discriminator":
      return isRecord(schema[key]);
    case "enum":
      return isRecord(extension) && extension["open"] === true;
    case "additionalProperties":
      return isRecord(schema["properties"]);
    default:
      return ["example", "examples", "default", "description"].includes(key);
  }
}

// Below these, keys are names that the spec's author chose.
function holdsNames(key: string): boolean {
  return ["properties", "patternProperties", "schemas", "responses", "parameters"].includes(key);
}
