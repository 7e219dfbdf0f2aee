import { describe, expect, it } from "vitest";
import { generateFrom, ONE_FOLDER } from "./helpers/generate.ts";
import { compile } from "./helpers/tsc.ts";
import { lay, workbench } from "./helpers/workbench.ts";

const SPEC = `openapi: 3.1.0
info: { title: Shop API, version: "1" }
paths: {}
components:
  schemas:
    Status: { enum: [paid, not-paid, "a b", __proto__, constructor] }
    Twice: { enum: [a-b, a_b] }
    Size: { enum: [1, 2] }
    Order: { type: object, properties: { status: { $ref: "#/components/schemas/Status" }, at: { type: string, format: date } } }
`;

async function made(types: (typeof ONE_FOLDER)["types"]): Promise<ReadonlyMap<string, string>> {
  const config = { ...ONE_FOLDER, runtime: "inline", types } as const;
  return (await generateFrom({ "openapi.yaml": SPEC }, "openapi.yaml", config)).files;
}

describe("types: { enumObjects: true }", () => {
  it("gives a named list of texts an object of its values, and the output compiles", async () => {
    const files = await made({ enumObjects: true });
    const text = files.get("schemas/shared.ts") ?? "";
    expect(text).toContain('NotPaid: "not-paid",');
    expect(text).toContain('export const Twice = { "a-b": "a-b", a_b: "a_b" } as const;');
    expect(text).not.toContain("export const Size");
    const use = `import { Status, type Order } from "./schemas/index.js";
export const order: Order = { status: Status.NotPaid };
export const known: "not-paid" = Status.NotPaid;
`;
    const folder = workbench("types");
    lay(folder, new Map([...files, ["use.ts", use]]));
    expect(await compile(folder, "typescript-7")).toEqual([]);
  });
});

describe("types: { formats: true }", () => {
  it("makes validators check formats, which they do not without it", async () => {
    const [asked, plain] = await Promise.all([made({ formats: true }), made({})]);
    const validators = "validators/shared.ts";
    expect(asked.get(validators)).toContain('isFormat(value, "date")');
    expect(plain.get(validators)).not.toContain("isFormat");
  });
});

describe("types: { enums }", () => {
  it("leaves lists of texts open where they are read, unless they are to be closed", async () => {
    const [open, closed] = await Promise.all([made({}), made({ enums: "closed" })]);
    expect(open.get("schemas/shared.ts")).toContain("(string & {})");
    expect(closed.get("schemas/shared.ts")).not.toContain("(string & {})");
  });
});
