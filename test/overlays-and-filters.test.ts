import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./helpers/command.ts";

const SPEC = `openapi: 3.1.0
info: { title: Shop API, version: "1" }
tags: [{ name: Coupons }, { name: Secrets }]
paths:
  /v1/coupons:
    get:
      tags: [Coupons]
      operationId: coupons.list
      responses: { "200": { $ref: "#/components/responses/Coupon" } }
  /v1/coupons/{id}:
    get:
      tags: [Coupons]
      deprecated: true
      operationId: coupons.retrieve
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { $ref: "#/components/responses/Coupon" } }
  /v1/secrets:
    get:
      tags: [Secrets]
      operationId: secrets.list
      responses:
        "200":
          description: Secrets.
          content: { application/json: { schema: { $ref: "#/components/schemas/Secret" } } }
components:
  responses:
    Coupon:
      description: A coupon.
      content: { application/json: { schema: { $ref: "#/components/schemas/Coupon" } } }
  schemas:
    Coupon: { type: object, properties: { code: { $ref: "#/components/schemas/Code" } } }
    Code: { type: string, pattern: "^[a-z]+$" }
    Secret: { type: object, properties: { id: { type: string } } }
    Lone: { type: object, properties: { id: { type: string } } }
`;

interface Made {
  readonly code: number;
  readonly stderr: string;
  /** Text of everything that was generated. */
  readonly output: string;
}

async function made(
  options: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<Made> {
  const cwd = temporaryFolder();
  for (const [name, text] of Object.entries({ "spec.yaml": SPEC, ...files })) {
    writeFileSync(join(cwd, name), text);
  }
  const line = ["generate", "--input", "spec.yaml", "--output", "out", "--no-cache", ...options];
  const { code, stderr } = await runCommand(line, cwd);
  return { code, stderr, output: code === 0 ? textIn(join(cwd, "out")) : "" };
}

function textIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => file.endsWith(".ts"));
  return sources.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
}

/** Words of the output that tell what is in it. */
const WORDS = ["listCoupons", "retrieveCoupon", "listSecrets", "Code", "SecretSchema", "Lone"];

function wordsIn(output: string): string[] {
  return WORDS.filter((word) => new RegExp(`\\b${word}\\b`).test(output));
}

describe("a filter", () => {
  it.each([
    [
      ["--include", "tag:Coupons"],
      ["listCoupons", "retrieveCoupon", "Code"],
    ],
    [
      ["--exclude", "deprecated", "--exclude", "tag:Secrets"],
      ["listCoupons", "Code"],
    ],
    [
      ["--include", "path:/v1/*"],
      ["listCoupons", "listSecrets", "Code", "SecretSchema"],
    ],
    [
      ["--include", "path:/v1/coupons/**"],
      ["retrieveCoupon", "Code"],
    ],
    [
      ["--include", "operation:secrets.list"],
      ["listSecrets", "SecretSchema"],
    ],
    [
      ["--include", "operation:GET /v1/coupons", "--include", "schema:Lone"],
      ["listCoupons", "Code", "Lone"],
    ],
  ])("%j leaves what it selects and what that needs", async (options, expected) => {
    const { code, stderr, output } = await made(options);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(wordsIn(output).sort()).toEqual([...expected].sort());
  });

  it("gives nothing another name than it has without one", async () => {
    const whole = await made([]);
    const part = await made(["--include", "tag:Secrets"]);
    const names = (text: string): string[] =>
      Array.from(
        text.matchAll(/export (?:const|function|interface|type) (\w+)/g),
        ([, name = ""]) => name,
      );
    const known = new Set(names(whole.output));
    expect(names(part.output).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe("an overlay", () => {
  it("changes what is generated, and filters and other commands see it", async () => {
    const overlay = `overlay: 1.0.0
info: { title: Names, version: "1" }
actions:
  - target: $.paths['/v1/secrets'].get
    update: { tags: [Coupons], x-specwright: { name: vault.list } }
`;
    const options = ["--overlay", "overlay.yaml", "--include", "operation:secrets.list"];
    const { output } = await made(options, { "overlay.yaml": overlay });
    expect(output).toContain('id: "vault.list"');
    expect(wordsIn(output)).not.toContain("listCoupons");
  });

  it("is told of where it stands, and the document where it stood before", async () => {
    const overlay = `overlay: 1.0.0
actions:
  - { target: "$.components.schemas.Code", update: { $ref: "#/nowhere" } }
  - { target: "$.tags[0]", remove: true }
  - { target: "$.tags[0]", update: { description: 5 } }
`;
    const { code, stderr } = await made(["--overlay", "overlay.yaml"], { "overlay.yaml": overlay });
    expect(code).toBe(2);
    expect(stderr).toContain("overlay.yaml:3:");
    expect(stderr).toContain("overlay.yaml:5:");
  });
});
