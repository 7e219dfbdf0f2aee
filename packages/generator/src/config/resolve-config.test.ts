import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { commandLineConfig } from "./command-line-config.ts";
import type { Config, Extension } from "./config.ts";
import { resolveConfig } from "./resolve-config.ts";

const ROOT = resolve("/project");

function extension(name: string, needs: readonly string[]): Extension {
  return { folder: `/x/${name}`, target: { name, needs, plan: () => [] } };
}

function resolved(config: Config, extensions: readonly Extension[] = []) {
  const reported: Diagnostic[] = [];
  const report = (one: Diagnostic): number => reported.push(one);
  const value = resolveConfig(config, { root: ROOT }, report, extensions);
  return { value, codes: reported.map(({ code }) => code) };
}

const TWO: Config = {
  input: "spec/openapi.yaml",
  packages: [
    {
      name: "@x/client",
      dir: "./packages/client/src/",
      targets: {
        schemas: "schemas",
        operations: "operations",
        client: ".",
        validators: "validators",
      },
      surface: "packages/client/api.md",
    },
    { dir: "packages/stubs/src", targets: { "server-stubs": "." } },
  ],
};

describe("resolveConfig", () => {
  it("makes paths whole and applies defaults", () => {
    const { value, codes } = resolved(TWO);
    expect(codes).toEqual([]);
    expect(value).toMatchObject({
      root: ROOT,
      input: resolve(ROOT, "spec/openapi.yaml"),
      templates: [],
      runtime: "package",
      mend: "specwright generate",
      packages: [
        {
          dir: "packages/client/src",
          targets: { client: "." },
          kept: [],
          surface: "packages/client/api.md",
        },
        { dir: "packages/stubs/src", targets: { "server-stubs": "." }, kept: [] },
      ],
    });
  });

  it("narrows to the targets asked for and what they import", () => {
    const { value } = resolved({ ...TWO, targets: ["operations"] });
    expect(value?.packages).toMatchObject([
      { targets: { schemas: "schemas", operations: "operations" }, kept: ["validators", "."] },
    ]);
  });

  it("takes all targets below one folder from a command line", () => {
    expect(resolved(commandLineConfig("a.yaml")).value?.packages).toEqual([
      {
        dir: ".",
        kept: [],
        targets: {
          schemas: "schemas",
          validators: "validators",
          operations: "operations",
          client: "client",
          "server-stubs": "server-stubs",
        },
        readme: { file: "README.md", yields: true },
      },
    ]);
  });

  it.each([
    ["beside the sources unless it is told otherwise", {}, { file: "a/README.md", yields: true }],
    ["where it is told to", { readme: "R.md" }, { file: "R.md", yields: false }],
    ["nowhere when it is told so", { readme: false }, undefined],
  ] as const)("puts a README %s", (_, part, expected) => {
    const targets = { schemas: "s", operations: "o", client: "." };
    const config = { ...TWO, packages: [{ dir: "a", targets, ...part }] };
    expect(resolved(config).value?.packages[0]?.readme).toEqual(expected);
  });

  it("prints no README of a package without client and stubs, nor in a run of some targets, which keeps it", () => {
    const schemas = { dir: "a", targets: { schemas: "." } };
    expect(resolved({ ...TWO, packages: [schemas] }).value?.packages[0]?.readme).toBeUndefined();
    const whole = { dir: "a", targets: { schemas: ".", operations: "o", client: "c" } };
    const { value } = resolved({ ...TWO, packages: [whole], targets: ["schemas"] });
    expect(value?.packages[0]?.readme).toBeUndefined();
    expect(value?.packages[0]?.kept).toEqual(["o", "c", "README.md"]);
  });

  it("places targets of extensions, with what they need, whatever needs them in turn", () => {
    const { value, codes } = resolved(
      {
        ...TWO,
        targets: ["pages"],
        packages: [
          { dir: "a", targets: { pages: "p", operations: "o", routes: ".", schemas: "s" } },
        ],
      },
      [extension("routes", ["operations"]), extension("pages", ["routes", "pages"])],
    );
    expect(codes).toEqual([]);
    expect(value?.packages[0]?.targets).toEqual({
      schemas: "s",
      operations: "o",
      routes: ".",
      pages: "p",
    });
    expect(value?.extensions.map(({ folder }) => folder)).toEqual(["/x/routes", "/x/pages"]);
  });

  it("asks for a name of the package that an extension imports from", () => {
    const { codes } = resolved(
      {
        ...TWO,
        packages: [
          { dir: "a", targets: { schemas: "." } },
          { dir: "b", targets: { routes: "." } },
        ],
      },
      [extension("routes", ["schemas"])],
    );
    expect(codes).toEqual(["package-without-name"]);
  });

  it.each<[string, Config, string[]]>([
    [
      "a folder outside",
      { ...TWO, packages: [{ dir: "../x", targets: { schemas: "." } }] },
      ["output-outside"],
    ],
    [
      "an absolute folder",
      { ...TWO, packages: [{ dir: "/etc", targets: { schemas: "." } }] },
      ["output-outside"],
    ],
    [
      "a target outside",
      { ...TWO, packages: [{ dir: "a", targets: { schemas: "../../b" } }] },
      ["output-outside"],
    ],
    [
      "a target in its package's neighbour",
      { ...TWO, packages: [{ dir: "a", targets: { schemas: "../b" } }] },
      ["output-outside"],
    ],
    [
      "a surface outside",
      { ...TWO, packages: [{ dir: "a", targets: { schemas: "." }, surface: "../s.md" }] },
      ["output-outside"],
    ],
    [
      "a target in two packages",
      {
        ...TWO,
        packages: [
          { dir: "a", targets: { schemas: "." } },
          { dir: "b", targets: { schemas: "." } },
        ],
      },
      ["target-twice"],
    ],
    [
      "a target without a package",
      { ...TWO, packages: [{ dir: "a", targets: { schemas: "." } }], targets: ["client"] },
      ["target-nowhere", "missing-target", "missing-target"],
    ],
    [
      "a target without what it imports",
      { ...TWO, packages: [{ dir: "a", targets: { validators: "." } }] },
      ["missing-target"],
    ],
    [
      "an import from a package without a name",
      {
        ...TWO,
        packages: [
          { dir: "a", targets: { schemas: "." } },
          { dir: "b", targets: { validators: "." } },
        ],
      },
      ["package-without-name"],
    ],
  ])("refuses %s", (_name, config, expected) => {
    const { value, codes } = resolved(config);
    expect(value).toBeUndefined();
    expect([...new Set(codes)]).toEqual([...new Set(expected)]);
  });
});
