import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { createReporter } from "../../packages/generator/src/diagnostics/reporter.ts";
import { readSpec } from "../../packages/generator/src/load/read-spec.ts";
import { buildModel } from "../../packages/generator/src/model/build-model.ts";
import { createSpecDocument } from "../../packages/generator/src/resolve/create-document.ts";
import { isRecord } from "../../packages/runtime/src/validate/index.ts";
import { Schemas } from "../../packages/sandbox/src/schema/schemas.ts";
import { corpusSuite } from "../helpers/corpus.ts";
import { inMemory } from "../helpers/generate.ts";
import { paymentsApi } from "../helpers/sandbox.ts";
import { readSuite, type SuiteFile } from "../judges/json-schema-suite.ts";
import { toJsonSchemas } from "../judges/json-schema.ts";
import { createRandom, mutate, ValueMaker } from "../judges/sample-values.ts";
import { ownComponents } from "../judges/wire-types.ts";

// The sandbox does not run generated validators: it reads the model. It must come to the same verdicts.

/** A schema of schemas may leave out whole vocabularies, which no API does. */
const MISSES =
  /^vocabulary: schema that uses custom metaschema .* invalid number, but it still validates$/;

async function missedIn({ document, cases }: SuiteFile): Promise<string[]> {
  const { report } = createReporter();
  const spec = await readSpec(
    { path: "/openapi.json", cwd: "/" },
    inMemory({ "openapi.json": document }),
    report,
  );
  if (!spec) throw new Error("The suite cannot be read.");
  const schemas = new Schemas(buildModel(createSpecDocument(spec, report), report));
  return cases
    .filter(({ component, value, valid }) => {
      const schema = schemas.named(component);
      if (!schema) return true;
      const issues = schemas.validator(schema, component).issues(value).length;
      return schemas.is(value, schema) !== valid || (issues === 0) !== valid;
    })
    .map(({ name }) => name);
}

const suite = corpusSuite("sandbox/verdicts", "json-schema");

describe.skipIf(suite === undefined)(
  "the sandbox judges values as the JSON-Schema-Test-Suite does",
  () => {
    it.each([["draft2020-12"], ["draft7"]] as const)(
      "on every required case of %s, but for listed ones",
      async (draft) => {
        const missed: string[] = [];
        for (const file of readSuite(suite ?? "", draft)) missed.push(...(await missedIn(file)));
        expect(missed.filter((name) => !MISSES.test(name))).toEqual([]);
      },
    );
  },
);

describe("the sandbox judges values as a validator of others does", () => {
  it("on every component of the API, with right and with wrong values", async () => {
    const { model } = await paymentsApi();
    const schemas = new Schemas(model);
    const components = await ownComponents();
    const all = toJsonSchemas(isRecord(components.all["schemas"]) ? components.all["schemas"] : {});
    const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
    ajv.addSchema({ $id: "spec:all", components: { schemas: all } });
    const complaints: string[] = [];
    const verdicts = { right: 0, wrong: 0 };
    const random = createRandom(7);
    const maker = new ValueMaker(all, random);
    for (const name of components.names) {
      const schema = schemas.named(name);
      const reference = ajv.getSchema(`spec:all#/components/schemas/${encodeURIComponent(name)}`);
      if (!schema || !reference) continue;
      for (let round = 0; round < 4; round += 1) {
        const made = maker.make(all[name] ?? true);
        for (const value of [made, mutate(made, random)]) {
          const expected = reference(value) === true;
          verdicts[expected ? "right" : "wrong"] += 1;
          if (schemas.is(value, schema) !== expected)
            complaints.push(`${name}: ${JSON.stringify(value).slice(0, 200)}`);
        }
      }
    }
    expect(complaints).toEqual([]);
    expect(verdicts.right).toBeGreaterThan(500);
    expect(verdicts.wrong).toBeGreaterThan(500);
  });
});
