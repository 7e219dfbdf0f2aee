import { join } from "node:path";
import { Project } from "ts-morph";
import { describe, expect, it } from "vitest";
import { RUNTIME_NAMES } from "../packages/generator/src/naming/identifier.ts";
import { planOwnSpecs } from "./helpers/own-specs.ts";

const runtime = join(import.meta.dirname, "../packages/runtime");

/** Names that generated code asks of each entry of the runtime, in all specs of this repository together. */
const specs = await planOwnSpecs();
const asked = new Map<string, Set<string>>();
for (const { from, values, types } of specs.flatMap(({ units }) =>
  units.flatMap(({ imports }) => imports),
)) {
  if (!from.startsWith("@specwright/runtime")) continue;
  const names = asked.get(from) ?? new Set<string>();
  for (const name of [...values, ...types]) names.add(name);
  asked.set(from, names);
}

const project = new Project({ tsConfigFilePath: join(runtime, "tsconfig.json") });

describe("the names that the generator knows of the runtime", () => {
  it("are those that generated code asks for", () => {
    const names = [...asked.values()].flatMap((one) => [...one]);
    expect([...new Set(names)].sort()).toEqual([...RUNTIME_NAMES].sort());
  });

  it.each([...asked.keys()])("are exported by %s", (entry) => {
    const folder = entry.replace(/^@specwright\/runtime\/?/, "");
    const file = project.getSourceFileOrThrow(join(runtime, "src", folder, "index.ts"));
    const exported = file.getExportedDeclarations();
    expect([...(asked.get(entry) ?? [])].filter((name) => !exported.has(name))).toEqual([]);
  });

  it("come from four entries", () => {
    const entries = [
      "@specwright/runtime",
      "@specwright/runtime/server",
      "@specwright/runtime/validate",
      "@specwright/runtime/webhooks",
    ];
    expect([...asked.keys()].sort()).toEqual(entries);
  });
});

describe("the specs that tests are made from", () => {
  it.each(specs)("$name has no errors", ({ diagnostics }) => {
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
