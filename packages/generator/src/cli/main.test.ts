import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InternalError } from "../diagnostics/internal-error.ts";
import { main, version } from "./main.ts";
import { reportBug } from "./report-bug.ts";
import type { Io } from "./io.ts";

let root = "";
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "specwright-cli-")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function fakeIo() {
  const printed = { out: "", err: "" };
  const io: Io = {
    stdout: { write: (text) => void (printed.out += text) },
    stderr: { write: (text) => void (printed.err += text) },
    cwd: () => root,
    env: { XDG_CACHE_HOME: join(root, ".xdg") },
  };
  return { io, printed };
}

async function run(line: string) {
  const { io, printed } = fakeIo();
  const code = await main(
    line.split(" ").filter((word) => word !== ""),
    io,
  );
  return { code, ...printed };
}

const SPEC = `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: "https://api.example.com" }]
paths:
  /v1/coupons/{id}:
    get:
      operationId: coupons.retrieve
      tags: [coupons]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: The coupon.
          content: { application/json: { schema: { $ref: "#/components/schemas/Coupon" } } }
components:
  schemas:
    Coupon: { type: object, required: [id], properties: { id: { type: string } } }
`;

const WHOLE = "--input spec.yaml --output out";

describe("main", () => {
  it("answers --version", async () => {
    expect(await run("--version")).toEqual({ code: 0, out: `${version()}\n`, err: "" });
  });

  it.each([
    ["", 3],
    ["genrate", 3],
    ["generate", 3],
    ["generate --config gone.ts", 3],
    ["generate --input gone.yaml --output out", 3],
    ["generate --input spec.yaml --output out --target shemas", 3],
    ["explain nothing-like-it", 3],
    ["explain unresolved-ref", 0],
    ["explain", 0],
    ["--help", 0],
  ])("ends %j with %i", async (line, code) => {
    writeFileSync(join(root, "spec.yaml"), SPEC);
    const result = await run(line);
    expect(result.code).toBe(code);
    expect(result.err).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(code === 0 ? result.err : result.out).toBe("");
  });

  it("generates, knows that there is nothing to do, and checks", async () => {
    writeFileSync(join(root, "spec.yaml"), SPEC);
    const first = await run(`generate ${WHOLE}`);
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toMatch(/^added {4}out\/README\.md\nadded {4}out\/.*\.ts\n/);
    expect((await run(`generate ${WHOLE}`)).out).toMatch(/^Up to date: \d+ files/);
    expect((await run(`generate ${WHOLE} --no-cache`)).out).toMatch(/^Up to date: \d+ files/);
    expect(await run(`check ${WHOLE}`)).toMatchObject({ code: 0, err: "" });
  }, 60_000);

  it("leaves a README alone that somebody wrote, and says so when it was asked to print one there", async () => {
    writeFileSync(join(root, "spec.yaml"), SPEC);
    await run(`generate ${WHOLE}`);
    const readme = join(root, "out/README.md");
    expect(readFileSync(readme, "utf8")).toContain("\n# Shop");
    writeFileSync(readme, "# Mine\n");
    const again = await run(`generate ${WHOLE}`);
    expect(again).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(readme, "utf8")).toBe("# Mine\n");
    expect(await run(`check ${WHOLE}`)).toMatchObject({ code: 0, err: "" });

    const part = `{ dir: "out", targets: { schemas: "s", operations: "o", client: "." }, readme: "out/README.md" }`;
    const config = `export default { input: "spec.yaml", packages: [${part}] };\n`;
    writeFileSync(join(root, "specwright.config.mjs"), config);
    const asked = await run("generate");
    expect(asked.code).not.toBe(0);
    expect(asked.err).toContain("error foreign-file");
    expect(readFileSync(readme, "utf8")).toBe("# Mine\n");
  }, 60_000);

  it("shows a difference as a diff, names the edited file and the command that mends it", async () => {
    writeFileSync(join(root, "spec.yaml"), SPEC);
    await run(`generate ${WHOLE}`);
    const file = join(root, "out/schemas/coupons.ts");
    writeFileSync(file, `${readFileSync(file, "utf8")}// edited\n`);
    const { code, out, err } = await run(`check ${WHOLE}`);
    expect(code).toBe(1);
    expect(out).toContain("--- a/out/schemas/coupons.ts\n+++ b/out/schemas/coupons.ts\n");
    expect(out).toContain("\n-// edited\n");
    expect(err).toContain('"out/schemas/coupons.ts" was changed by other means');
    expect(err).toContain("hint run `specwright generate`");
  }, 60_000);

  it("prints errors with their place and writes nothing", async () => {
    writeFileSync(join(root, "spec.yaml"), SPEC.replace("schemas/Coupon", "schemas/Cupon"));
    const { code, out, err } = await run(`generate ${WHOLE}`);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("spec.yaml:14:58 error unresolved-ref\n");
    expect(err).toContain('did you mean "#/components/schemas/Coupon"?');
    expect(existsSync(join(root, "out"))).toBe(false);
  }, 60_000);

  it("prints one JSON document for each stream with the JSON reporter", async () => {
    writeFileSync(join(root, "spec.yaml"), SPEC);
    const { out, err } = await run(`generate ${WHOLE} --reporter json`);
    expect(JSON.parse(out)).toMatchObject({ command: "generate", changed: [] });
    expect(JSON.parse(err)).toEqual({ diagnostics: [] });
    const wrong = await run("genrate --reporter json");
    expect(JSON.parse(wrong.err)).toMatchObject({ diagnostics: [{ code: "wrong-command-line" }] });
  }, 60_000);

  it("inspects an operation, and guesses at one that is not there", async () => {
    writeFileSync(join(root, "spec.yaml"), SPEC);
    const found = await run(`inspect coupons.retrieve ${WHOLE}`);
    expect(found.code).toBe(0);
    expect(JSON.parse(found.out)).toMatchObject({ operation: { id: "coupons.retrieve" } });
    const missed = await run(`inspect coupons.retreive ${WHOLE}`);
    expect(missed.code).toBe(3);
    expect(missed.err).toContain('did you mean "coupons.retrieve"?');
  }, 60_000);

  it("writes a configuration to start from, once", async () => {
    mkdirSync(join(root, "spec"));
    writeFileSync(join(root, "spec/openapi.yaml"), SPEC);
    expect((await run("init")).code).toBe(0);
    const text = readFileSync(join(root, "specwright.config.ts"), "utf8");
    expect(text).toContain('input: "spec/openapi.yaml"');
    const again = await run("init");
    expect(again.code).toBe(3);
    expect(again.err).toContain("file-exists");
    expect(readFileSync(join(root, "specwright.config.ts"), "utf8")).toBe(text);
  });

  it("generates from a configuration file, and again when that changes", async () => {
    writeFileSync(join(root, "spec.yaml"), SPEC);
    const write = (dir: string): void =>
      writeFileSync(
        join(root, "specwright.config.json"),
        JSON.stringify({ input: "spec.yaml", packages: [{ dir, targets: { schemas: "." } }] }),
      );
    write("one");
    expect((await run("generate")).out).toContain("added    one/");
    expect((await run("generate")).out).toMatch(/^Up to date/);
    write("two");
    expect((await run("generate")).out).toContain("added    two/");
  }, 60_000);
});

describe("reportBug", () => {
  const error = new InternalError("no schema Coupon", { unit: "schemas/coupons.ts" });

  it("says that it is our bug, with what was at hand and without a stack", () => {
    const { io, printed } = fakeIo();
    expect(reportBug(error, ["generate"], io)).toBe(70);
    expect(printed.err).toContain("bug of its own: no schema Coupon");
    expect(printed.err).toContain('unit: "schemas/coupons.ts"');
    expect(printed.err).not.toContain("main.test.ts");
  });

  it("adds the stack with --debug", () => {
    const { io, printed } = fakeIo();
    reportBug(error, ["generate", "--debug"], io);
    expect(printed.err).toContain("main.test.ts");
  });
});
