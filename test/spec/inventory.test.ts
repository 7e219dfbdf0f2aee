import { beforeAll, describe, expect, it } from "vitest";
import { readApiDocument, type ApiDocument, type JsonSchema } from "../helpers/api-document.ts";
import { ASPECTS, Comparison, newTally, type Tally } from "./inventory/compare.ts";
import { readInventory, type Inventory, type OperationFacts } from "./inventory/facts.ts";
import { isDeletedForm, propertiesOf, wireName } from "./inventory/shape.ts";

const inventory = readInventory("test/spec/inventory.test.ts");

/** Share of fields and parameters that must be there, and be as the inventory says. */
const PRESENT = 0.995;
const EQUAL = 0.99;

describe.skipIf(!inventory)("spec/ against the inventory", () => {
  const facts = inventory as Inventory;
  let document: ApiDocument;
  beforeAll(async () => {
    document = await readApiDocument();
  });

  const operationOf = ({ method, path }: OperationFacts) =>
    document.operations.find(
      (one) => one.method === method && template(one.path) === template(path),
    );

  it("describes every object", () => {
    const described = new Set([...document.schemas.values()].map((one) => wireName(one, document)));
    expect(facts.objects.filter(({ object }) => !described.has(object))).toEqual([]);
    for (const { object, deleted } of facts.objects) {
      if (deleted) expect(schemaOf(object, true, document), object).toBeDefined();
    }
  });

  it("describes every operation and invents none", () => {
    const wanted = facts.operations.map(({ method, path }) => `${method} ${template(path)}`);
    const found = document.operations.map(({ method, path }) => `${method} ${template(path)}`);
    expect(found.sort()).toEqual(wanted.sort());
  });

  it("describes every event and invents none", () => {
    const wanted = facts.events.map(({ type }) => type).sort();
    expect(document.webhooks.map(({ name }) => name).sort()).toEqual(wanted);
  });

  it("gives events the objects of the inventory", () => {
    for (const { type, object, thin } of facts.events) {
      const webhook = document.webhooks.find(({ name }) => name === type);
      if (thin || !webhook) continue;
      const data = propertiesOf(webhook.body.schema, document).schemas.get("data") ?? {};
      const carried = document.follow(propertiesOf(data, document).schemas.get("object"));
      const choices = [carried["anyOf"] ?? carried].flat() as JsonSchema[];
      expect(new Set(choices.map((one) => wireName(one, document))), type).toEqual(
        new Set([object].flat()),
      );
    }
  });

  it("lists every error code", () => {
    expect(document.schemas.get("ErrorCode")?.["enum"]).toEqual(facts.errorCodes);
  });

  it("gives objects the fields of the inventory", () => {
    const tally = newTally();
    const comparison = new Comparison(document, tally, "object");
    for (const { object, fields, deleted } of facts.objects) {
      const whole = propertiesOf(schemaOf(object, false, document) ?? {}, document);
      comparison.fields(fields, whole.schemas, whole.required, object);
      const rest = propertiesOf(schemaOf(object, true, document) ?? {}, document);
      if (deleted) comparison.fields(deleted, rest.schemas, rest.required, `deleted ${object}`);
    }
    expectEqual(tally, "fields");
  });

  it("gives operations the parameters of the inventory", () => {
    const tally = newTally();
    const comparison = new Comparison(document, tally, "params");
    for (const wanted of facts.operations) {
      const operation = operationOf(wanted);
      if (!operation) continue;
      const body = propertiesOf(operation.body?.schema ?? {}, document);
      const query = operation.parameters.filter((parameter) => parameter["in"] === "query");
      const inQuery = query.map(
        (one) => [String(one["name"]), one["schema"] as JsonSchema] as const,
      );
      const required = query
        .filter((one) => one["required"] === true)
        .map((one) => String(one["name"]));
      comparison.fields(
        wanted.params ?? {},
        new Map([...inQuery, ...body.schemas]),
        new Set([...required, ...body.required]),
        wanted.id,
      );
    }
    expectEqual(tally, "parameters");
  });

  it("gives operations the answers of the inventory", () => {
    const tally = newTally();
    const comparison = new Comparison(document, tally, "object");
    for (const wanted of facts.operations) {
      const { deleted, type } = wanted.returns;
      const schema = operationOf(wanted)?.answer?.schema;
      if (type === "none" || type === "binary") continue;
      if (deleted)
        expect(isDeletedForm(firstOf(document.follow(schema)), document), wanted.id).toBe(true);
      else comparison.value(wanted.returns, schema ?? {}, wanted.id);
    }
    expect(tally.differing).toEqual(newTally().differing);
  });
});

function expectEqual(tally: Tally, what: string): void {
  const shares = ASPECTS.map((aspect) => {
    const differing = tally.differing[aspect].length;
    return [aspect, 1 - differing / Math.max(1, tally.counted[aspect])] as const;
  });
  for (const [aspect, share] of shares) {
    const told = `${what}, ${aspect}: ${tally.differing[aspect].slice(0, 20).join("; ")}`;
    expect(share, told).toBeGreaterThanOrEqual(aspect === "presence" ? PRESENT : EQUAL);
  }
  expect(tally.invented, `${what} that the inventory does not know`).toEqual([]);
  expect(tally.counted.presence).toBeGreaterThan(3000);
}

function firstOf(schema: JsonSchema): JsonSchema {
  const [first] = [schema["anyOf"] ?? schema].flat() as JsonSchema[];
  return first ?? {};
}

/** The component of a wire name, whole or in its deleted form; an envelope of an event is none. */
function schemaOf(object: string, deleted: boolean, document: ApiDocument): JsonSchema | undefined {
  const named = [...document.schemas].filter(([, schema]) => wireName(schema, document) === object);
  // An upcoming invoice is an invoice too, without its id.
  const found = named.filter(([name]) => name !== "UpcomingInvoice");
  return found.find(([, schema]) => isDeletedForm(schema, document) === deleted)?.[1];
}

function template(path: string): string {
  return path.replace(/\{[^}]+\}/g, "{}");
}
