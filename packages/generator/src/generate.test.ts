import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { check } from "./check.ts";
import { commandLineConfig } from "./config/command-line-config.ts";
import type { ResolvedConfig } from "./config/config.ts";
import { resolveConfig } from "./config/resolve-config.ts";
import { generate } from "./generate.ts";
import { readFileFromDisk } from "./load/read-file.ts";
import { GENERATED_HEADER } from "./output/header.ts";
import { disk } from "./output/output-disk.ts";
import type { Pipeline, Tools } from "./run.ts";

let root = "";
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "specwright-generate-")));
  writeFileSync(
    join(root, "spec.yaml"),
    "openapi: 3.1.0\nx-title: one\ninfo: { title: A, version: a }\npaths: {}\n",
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function config(): ResolvedConfig {
  const resolved = resolveConfig(
    commandLineConfig(join(root, "spec.yaml")),
    { root: join(root, "out") },
    () => undefined,
  );
  if (!resolved) throw new Error("the configuration of this test is wrong");
  return resolved;
}

/** A middle that prints one file with the title of the spec. */
const PIPELINE: Pipeline = {
  plan: (document) => {
    const title = String(Object(document.root.value)["x-title"]);
    return [
      {
        target: "schemas",
        path: "a.ts",
        file: "schemas/a.ts",
        template: "x",
        view: { title },
        imports: [],
      },
    ];
  },
  print: async (units) =>
    new Map(
      units.map(({ file, view }) => [file, `${GENERATED_HEADER}\n// ${JSON.stringify(view)}\n`]),
    ),
  inspectOperation: () => undefined,
  operationIds: () => [],
};

function tools(overrides: Partial<Tools> = {}): Tools {
  return {
    cwd: root,
    readFile: readFileFromDisk,
    disk,
    pipeline: async () => PIPELINE,
    ...overrides,
  };
}

const outputs = (): string[] =>
  readdirSync(join(root, "out"), { recursive: true, encoding: "utf8" }).sort();

describe("generate", () => {
  it("writes what the spec says, then finds nothing to do", async () => {
    const first = await generate(config(), tools());
    expect(first.result?.comparison).toMatchObject({ added: ["schemas/a.ts"] });
    expect(readFileSync(join(root, "out/schemas/a.ts"), "utf8")).toContain("one");
    const second = await generate(config(), tools());
    expect(second.result?.comparison).toMatchObject({
      added: [],
      changed: [],
      unchanged: ["schemas/a.ts"],
    });
    expect(outputs()).toEqual(["schemas", "schemas/a.ts"]);
  });

  it("writes nothing when the spec has errors, and tells where they are", async () => {
    await generate(config(), tools());
    writeFileSync(
      join(root, "spec.yaml"),
      "openapi: 3.9.0\nx-title: two\ninfo: { title: A, version: a }\npaths: {}\n",
    );
    const { result, findings } = await generate(config(), tools());
    expect(result).toBeUndefined();
    expect(findings).toMatchObject([
      {
        diagnostic: { code: "unsupported-version" },
        location: { file: "spec.yaml", line: 1, column: 10 },
      },
    ]);
    expect(readFileSync(join(root, "out/schemas/a.ts"), "utf8")).toContain("one");
  });

  it("writes nothing at all when a foreign file is in the way", async () => {
    mkdirSync(join(root, "out/schemas"), { recursive: true });
    writeFileSync(join(root, "out/schemas/a.ts"), "// mine\n");
    const { result, findings } = await generate(config(), tools());
    expect(result).toBeUndefined();
    expect(findings).toMatchObject([{ diagnostic: { code: "foreign-file" } }]);
    expect(readFileSync(join(root, "out/schemas/a.ts"), "utf8")).toBe("// mine\n");
    expect(outputs()).toEqual(["schemas", "schemas/a.ts"]);
  });

  it("reports a disk that refuses to be written", async () => {
    const refusing = {
      ...disk,
      write: (path: string): never => {
        throw Object.assign(new Error("no space"), { code: "ENOSPC", syscall: "write", path });
      },
    };
    const { result, findings } = await generate(config(), tools({ disk: refusing }));
    expect(result).toBeUndefined();
    expect(findings).toMatchObject([{ diagnostic: { code: "unwritable-output" } }]);
  });

  it("does not load the middle of the pipeline for a spec that cannot be read", async () => {
    rmSync(join(root, "spec.yaml"));
    const pipeline = (): Promise<Pipeline> => Promise.reject(new Error("loaded"));
    const { findings } = await generate(config(), tools({ pipeline }));
    expect(findings).toMatchObject([{ diagnostic: { code: "input-not-found" } }]);
  });
});

describe("check", () => {
  it("finds the difference and touches nothing", async () => {
    await generate(config(), tools());
    writeFileSync(
      join(root, "spec.yaml"),
      "openapi: 3.1.0\nx-title: two\ninfo: { title: A, version: a }\npaths: {}\n",
    );
    const { result } = await check(config(), tools());
    expect(result?.comparison.changed).toEqual(["schemas/a.ts"]);
    expect(readFileSync(join(root, "out/schemas/a.ts"), "utf8")).toContain("one");
  });
});
