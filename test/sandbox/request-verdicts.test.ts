import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { createSandbox } from "@specwright/sandbox";
import { readApiDocument, type DescribedOperation } from "../helpers/api-document.ts";
import { temporaryFolder } from "../helpers/command.ts";
import { type JsonSchema, toJsonSchema, toJsonSchemas } from "../judges/json-schema.ts";
import { createRandom, mutate, ValueMaker } from "../judges/sample-values.ts";

// Requests made and mutated from the spec: the sandbox refuses those that a validator of others refuses, and no other.
// They travel as JSON, where no number can be taken for a text. `SPECWRIGHT_REQUESTS=100000` makes that many.

const COUNT = Number(process.env["SPECWRIGHT_REQUESTS"] ?? 3_000);

interface Judged {
  readonly operation: DescribedOperation;
  readonly schema: JsonSchema;
  readonly reference: ValidateFunction;
}

/** The spec with JSON in the place of forms, as a file. */
function asJson(root: unknown): string {
  const text = JSON.stringify(root).replaceAll(
    "application/x-www-form-urlencoded",
    "application/json",
  );
  const file = join(temporaryFolder(), "openapi.json");
  writeFileSync(file, text);
  return file;
}

describe("requests made from the spec", () => {
  it("are refused where a validator of others refuses them, and never make the sandbox fail", async () => {
    const { root, operations, schemas } = await readApiDocument();
    const all = toJsonSchemas(Object.fromEntries(schemas));
    const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
    ajv.addSchema({ $id: "spec:all", components: { schemas: all } });
    const judged = operations.flatMap((operation): Judged[] => {
      const { body } = operation;
      if (!body || body.mediaType.startsWith("multipart")) return [];
      const schema = toJsonSchema(body.schema);
      const whole = { $id: `spec:all/${operation.id}`, allOf: [absolute(schema)] };
      return [{ operation, schema, reference: ajv.compile(whole) }];
    });
    const errors: unknown[] = [];
    const sandbox = await createSandbox(asJson(root), {
      seed: 1,
      onError: (error) => errors.push(error),
    });
    const random = createRandom(Number(process.env["SPECWRIGHT_REQUESTS_SEED"] ?? 5));
    const maker = new ValueMaker(all, random);
    const complaints: string[] = [];
    const verdicts = { taken: 0, refused: 0 };
    for (let count = 0; count < COUNT; count += 1) {
      const one = judged[count % judged.length];
      if (!one) break;
      const { operation, schema, reference } = one;
      const example = operation.body?.example;
      const base = example !== undefined && random() < 0.5 ? example : maker.make(schema);
      const body = random() < 0.4 ? base : mutate(base, random);
      // What is no object, and what nests too deep, the server refuses before it is looked at.
      if (typeof body !== "object" || body === null || Array.isArray(body)) continue;
      const expected = reference(body);
      verdicts[expected ? "taken" : "refused"] += 1;
      const response = await sandbox.fetch(
        new Request(`http://localhost${operation.path.replaceAll(/\{[^}]*\}/g, "x_1")}`, {
          method: operation.method,
          headers: { authorization: "Bearer sk_test_1", "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      );
      const text = await response.text();
      const isRefused = response.status === 400 && /"code":"parameter_\w+"/.test(text);
      if (response.status >= 500 || isRefused === expected) {
        const sent = JSON.stringify(body).slice(0, 300);
        complaints.push(
          `${expected} ${response.status} ${operation.id} ${sent} ${text.slice(0, 200)}`,
        );
      }
      if (count % 5_000 === 4_999) sandbox.reset();
    }
    expect({ complaints: complaints.slice(0, 20), errors }).toEqual({ complaints: [], errors: [] });
    expect(verdicts.taken).toBeGreaterThan(COUNT / 10);
    expect(verdicts.refused).toBeGreaterThan(COUNT / 10);
    console.info(`${verdicts.taken} requests taken, ${verdicts.refused} refused.`);
  }, 3_600_000);
});

/** The schema with references that hold from anywhere. */
function absolute(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"spec:all#/'));
}
