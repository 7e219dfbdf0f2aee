import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readImports, type ImportEdge } from "./helpers/imports.ts";

const packages = join(import.meta.dirname, "../packages");

/** What a folder or file of the generator may import of the others, beside itself: values, or types alone. */
interface Rule {
  readonly values?: readonly string[];
  readonly types?: readonly string[];
}

const TARGET: Rule = {
  values: [
    "targets/shared",
    "naming",
    "diagnostics",
    "model/leaves.ts",
    "model/references.ts",
    "exact-number.ts",
    "pattern",
  ],
  types: ["model/api-model.ts", "plan/target.ts", "plan/unit.ts"],
};

/** Section "Who may import whom" of ARCHITECTURE.md. Where two rules fit a file, the longer name wins. */
const RULES: Readonly<Record<string, Rule>> = {
  diagnostics: {},
  config: {
    values: ["diagnostics", "load/is-url.ts", "load/remote/permission.ts"],
    types: ["plan/target.ts", "model/model-options.ts"],
  },
  "exact-number.ts": {},
  pattern: {},
  load: { values: ["diagnostics", "is-within.ts", "exact-number.ts"] },
  resolve: { values: ["diagnostics", "load/schema-resources.ts"], types: ["load"] },
  structure: { values: ["diagnostics", "resolve", "exact-number.ts"], types: ["load"] },
  overlay: { values: ["diagnostics", "resolve"] },
  upgrade: { values: ["diagnostics", "resolve", "load/find-file-refs.ts"], types: ["load"] },
  naming: { values: ["diagnostics"], types: ["model/api-model.ts"] },
  model: {
    values: ["diagnostics", "naming", "structure", "exact-number.ts", "pattern"],
    types: ["resolve"],
  },
  "model/api-model.ts": { types: ["model/api-model"] },
  "model/api-model": { types: ["diagnostics/diagnostic.ts", "exact-number.ts"] },
  // The road that leads beside the others: a document → one document, whose schemas the model names.
  bundle: {
    values: [
      "diagnostics",
      "resolve",
      "model",
      "structure/object-kinds.ts",
      "load/measure-value.ts",
      "exact-number.ts",
    ],
  },
  examples: { values: ["resolve", "exact-number.ts"] },
  lint: {
    values: [
      "diagnostics",
      "resolve",
      "structure/object-kinds.ts",
      "bundle/position.ts",
      "exact-number.ts",
    ],
    types: ["model/api-model.ts"],
  },
  "lint/standard": { values: ["diagnostics"] },
  plan: { values: ["diagnostics", "naming"], types: ["model/api-model.ts"] },
  "plan/unit.ts": {},
  "plan/target.ts": {
    types: ["diagnostics/diagnostic.ts", "model/api-model.ts", "plan/unit.ts", "naming"],
  },
  "targets/index.ts": { values: ["targets"], types: ["plan/target.ts"] },
  "targets/shared": TARGET,
  "targets/schemas": TARGET,
  "targets/validators": TARGET,
  "targets/operations": TARGET,
  "targets/client": TARGET,
  "targets/server-stubs": TARGET,
  "targets/readme": TARGET,
  render: { values: ["diagnostics"], types: ["plan/unit.ts"] },
  assemble: { values: ["diagnostics"], types: ["plan/unit.ts"] },
  format: { values: ["diagnostics"] },
  output: { values: ["diagnostics", "is-within.ts"] },
  cache: { values: ["diagnostics", "output", "is-within.ts"] },
};

/** Who may touch the disk. Everyone may work with paths as text. */
const DISK = ["load", "render", "output", "cache", "config", "cli", "inline-runtime.ts"];
const ALWAYS = ["node:path", "node:url"];
/** A pattern of the spec's that would never decide can only be stopped there. */
const STOPPABLE = "lint/satisfies/matches-pattern.ts → node:vm";

/** Each third-party tool and the one folder that knows it. */
const TOOLS: Readonly<Record<string, string>> = {
  yaml: "load",
  handlebars: "render",
  "ts-morph": "assemble",
  prettier: "format",
  diff: "output",
  commander: "cli",
  picocolors: "diagnostics",
  "@redocly/openapi-core": "lint/standard",
  "@scalar/openapi-upgrader/2.0-to-3.0": "upgrade/library.ts",
  "jsonpath-rfc9535": "overlay/json-path.ts",
};

const generator = readImports(join(packages, "generator/src"), "**/*.ts");
const show = ({ from, to }: ImportEdge): string => `${from} → ${to}`;
const isIn = (file: string, place: string): boolean =>
  file === place || file.startsWith(`${place}/`);

function ruleFor(file: string): string | undefined {
  const fitting = Object.keys(RULES).filter((place) => isIn(file, place));
  return fitting.sort((a, b) => b.length - a.length)[0];
}

function isAllowed({ from, to, isType }: ImportEdge): boolean {
  const place = ruleFor(from);
  // `cli` and the files above the folders wire everything together.
  if (place === undefined) return isIn(from, "cli") || (!from.includes("/") && !isIn(to, "cli"));
  const { values = [], types = [] } = RULES[place] ?? {};
  const own = place.endsWith(".ts") ? [] : [place];
  return [...own, ...values, ...(isType ? types : [])].some((allowed) => isIn(to, allowed));
}

describe("the generator", () => {
  it("imports along its steps only", () => {
    const files = generator.filter(({ kind }) => kind === "file");
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((edge) => !isAllowed(edge)).map(show)).toEqual([]);
  });

  it.each(Object.keys(RULES))("has the place %s", (place) => {
    expect(generator.some(({ from, to }) => isIn(from, place) || isIn(to, place))).toBe(true);
  });

  it("touches the disk and the machine in few places", () => {
    const machine = generator.filter(({ kind, to }) => kind === "node" && !ALWAYS.includes(to));
    const elsewhere = machine.filter(({ from }) => !DISK.some((place) => isIn(from, place)));
    expect(elsewhere.map(show)).toEqual([STOPPABLE]);
  });

  it.each(Object.entries(TOOLS))("knows %s in the folder %s alone", (tool, folder) => {
    const users = generator.filter(({ to }) => isIn(to, tool));
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(({ from }) => !isIn(from, folder)).map(show)).toEqual([]);
  });

  it("uses no other tool", () => {
    const used = generator.filter(({ kind }) => kind === "package").map(({ to }) => to);
    expect(new Set(used)).toEqual(new Set(Object.keys(TOOLS)));
    // Modules of the user's are not known beforehand: the configuration and its extensions, and the sandbox where it is installed.
    const computed = generator.filter(({ kind }) => kind === "computed").map(({ from }) => from);
    expect([...new Set(computed)]).toEqual(["config/import-default.ts"]);
  });
});

describe("the packages", () => {
  const outside = (name: string): string[] => [
    ...new Set(
      readImports(join(packages, name, "src"), "**/*.ts")
        .filter(({ kind, to }) => kind !== "file" || to.startsWith(".."))
        .map(({ to }) => to),
    ),
  ];

  it("runtime imports nothing but itself, and Node.js where a condition of its package chooses it", () => {
    expect(outside("runtime").filter((to) => !to.startsWith("node:"))).toEqual(["#platform"]);
    const edges = readImports(join(packages, "runtime/src"), "**/*.ts");
    const chosen = edges.filter(({ kind, to }) => kind === "node" || isIn(to, "platform/node"));
    expect(chosen.filter(({ from }) => !isIn(from, "platform/node")).map(show)).toEqual([]);
  });

  it("sandbox reads documents through the generator, and serves by the runtime", () => {
    const foreign = outside("sandbox").filter((name) => !name.startsWith("node:"));
    expect(foreign.sort()).toEqual([
      "@specwright/generator/reading",
      "@specwright/runtime",
      "@specwright/runtime/server",
      "@specwright/runtime/validate",
      "@specwright/runtime/webhooks",
    ]);
  });

  it("generated-client imports the runtime alone", () => {
    const foreign = outside("generated-client");
    expect(foreign).toContain("@specwright/runtime");
    expect(foreign.filter((to) => !isIn(to, "@specwright/runtime"))).toEqual([]);
  });

  it("generated-server-stubs imports the runtime, and of the client what has no transport", () => {
    const allowed = [
      "@specwright/runtime",
      ...["schemas", "operations", "validators"].map(
        (part) => `@specwright/generated-client/${part}`,
      ),
    ];
    const foreign = outside("generated-server-stubs");
    expect(foreign).toContain("@specwright/runtime/server");
    expect(foreign.filter((to) => !allowed.some((place) => isIn(to, place)))).toEqual([]);
  });

  it("openapi-typescript judges in test/judges/ and is used nowhere else", () => {
    const root = join(packages, "..");
    const all = readImports(root, "packages/*/src/**/*.ts", "test/*.ts", "test/[a-z]*/**/*.ts");
    const users = all.filter(({ to }) => isIn(to, "openapi-typescript"));
    expect(users.filter(({ from }) => !isIn(from, "test/judges")).map(show)).toEqual([]);
  });
});
