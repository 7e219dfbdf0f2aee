import { roundNumber } from "../exact-number.ts";
import { child } from "../resolve/child.ts";
import type { Node, SpecDocument } from "../resolve/spec-document.ts";
import { resolved } from "./resolved.ts";
import { exampleOfSchema } from "./schema-example.ts";
import type { OperationExamples, SpecExamples } from "./spec-examples.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** Gathers the examples of a document. What leads nowhere is passed over: reading the model has told of it. */
export function readExamples(document: SpecDocument): SpecExamples {
  const schemas = at(document.root, "components", "schemas");
  return {
    operations: Object.fromEntries(operationsOf(document)),
    schemas: Object.fromEntries(
      members(schemas).flatMap(([name, node]) => {
        const example = exampleOfSchema(node, document);
        return example === undefined ? [] : [[name, plain(example)]];
      }),
    ),
  };
}

function operationsOf(document: SpecDocument): [string, OperationExamples][] {
  return members(child(document.root, "paths")).flatMap(([path, entry]) => {
    const item = resolved(entry, document);
    if (!item) return [];
    return METHODS.flatMap((method): [string, OperationExamples][] => {
      const operation = child(item, method);
      if (!operation) return [];
      return [[`${method.toUpperCase()} ${path}`, operationExamples(item, operation, document)]];
    });
  });
}

function operationExamples(item: Node, operation: Node, document: SpecDocument): OperationExamples {
  const body = found(child(operation, "requestBody"), document);
  const parameters = [
    ...members(child(item, "parameters")),
    ...members(child(operation, "parameters")),
  ];
  return {
    parameters: Object.fromEntries(
      parameters.flatMap(([, entry]) => parameterExample(resolved(entry, document), document)),
    ),
    requests: contentExamples(body, document),
    responses: Object.fromEntries(
      members(child(operation, "responses")).map(([status, entry]) => [
        status,
        contentExamples(resolved(entry, document), document),
      ]),
    ),
  };
}

function parameterExample(
  parameter: Node | undefined,
  document: SpecDocument,
): [string, unknown][] {
  const name = parameter && child(parameter, "name")?.value;
  if (!parameter || typeof name !== "string") return [];
  const [example] = ownExamples(parameter, document);
  const value = example ?? ofSchemaAt(parameter, document);
  return value === undefined ? [] : [[name, plain(value)]];
}

function contentExamples(holder: Node | undefined, document: SpecDocument): unknown[] {
  if (!holder) return [];
  return members(child(holder, "content")).flatMap(([, entry]) => {
    const media = resolved(entry, document);
    if (!media) return [];
    const own = ownExamples(media, document);
    const value = own.length > 0 ? undefined : ofSchemaAt(media, document);
    return [...own, ...(value === undefined ? [] : [value])].map(plain);
  });
}

function ofSchemaAt(holder: Node, document: SpecDocument): unknown {
  const schema = child(holder, "schema");
  return schema && exampleOfSchema(schema, document);
}

/** OpenAPI 3.1, sections 4.8.12, 4.8.14 (`example`, `examples`) and 4.8.19 (Example Object). */
function ownExamples(holder: Node, document: SpecDocument): unknown[] {
  const single = child(holder, "example");
  const named = members(child(holder, "examples")).flatMap(([, entry]) => {
    const value = found(entry, document) && child(found(entry, document) ?? entry, "value");
    return value ? [value.value] : [];
  });
  return single ? [single.value, ...named] : named;
}

function found(node: Node | undefined, document: SpecDocument): Node | undefined {
  return node && resolved(node, document);
}

function at(node: Node, ...keys: string[]): Node | undefined {
  return keys.reduce<Node | undefined>((holder, key) => holder && child(holder, key), node);
}

function members(holder: Node | undefined): [string, Node][] {
  const value = holder?.value;
  if (!holder || typeof value !== "object" || value === null) return [];
  return Object.keys(value).flatMap((name) => {
    const member = child(holder, name);
    return member ? [[name, member] as [string, Node]] : [];
  });
}

/** A value as JSON has it: numbers of the document that keep their digits become the doubles next to them. */
function plain(value: unknown): unknown {
  const rounded = roundNumber(value);
  if (Array.isArray(rounded)) return rounded.map(plain);
  if (typeof rounded !== "object" || rounded === null) return rounded;
  return Object.fromEntries(Object.entries(rounded).map(([key, part]) => [key, plain(part)]));
}
