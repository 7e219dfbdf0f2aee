import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { assert, asyncProperty, integer } from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { runCommand, temporaryFolder } from "./helpers/command.ts";
import { generateWith, type Generated } from "./helpers/generate.ts";

const root = join(import.meta.dirname, "..");
const bookshop = join(root, "test/golden/bookshop/spec/openapi.yaml");
const SPECS = [
  "spec/openapi.yaml",
  "test/golden/bookshop/spec/openapi.yaml",
  "test/specs/everything.yaml",
  "test/specs/colliding-names.yaml",
];

/** Paths and texts below a folder. */
function readTree(folder: string): ReadonlyMap<string, string> {
  const files = globSync("**/*.*", { cwd: folder }).sort();
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

/** What `specwright generate` writes. `give` makes the arguments from the output folder. */
async function written(
  cwd: string,
  give: (output: string) => readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const output = join(temporaryFolder(), "out");
  const ran = await runCommand(["generate", ...give(output), "--no-cache"], cwd);
  expect(ran.code).toBe(0);
  return readTree(output);
}

/** Runs the pipeline with each file of a spec changed as a value; tells in which order files were read. */
async function generateChanged(
  entry: string,
  change: (value: unknown, file: string) => unknown,
): Promise<Generated & { readonly order: readonly string[] }> {
  const order: string[] = [];
  const generated = await generateWith((path) => {
    order.push(path);
    const value: unknown = parse(readFileSync(path, "utf8"));
    return { kind: "text", text: JSON.stringify(change(value, path)) };
  }, entry);
  return { ...generated, order };
}

type Plain = Readonly<Record<string, unknown>>;
type Order = <Item>(items: readonly Item[]) => Item[];

function reorderKeys(value: unknown, order: Order): unknown {
  return Object.fromEntries(order(Object.entries(value as Plain)));
}

/** Gives maps whose order has no meaning another one: the document's own fields, its components, files of schemas. */
function reorder(value: unknown, file: string, order: Order): unknown {
  if (/\/schemas\//.test(file)) return reorderKeys(value, order);
  const document = value as { readonly components?: Plain };
  if (document.components === undefined) return value;
  const components = Object.entries(document.components).map(([kind, members]) => [
    kind,
    reorderKeys(members, order),
  ]);
  return reorderKeys({ ...document, components: Object.fromEntries(components) }, order);
}

/** A permutation that a number stands for: a shuffle after Fisher and Yates with a small generator. */
function shuffler(seed: number): Order {
  let state = seed;
  return (items) => {
    const shuffled = [...items];
    for (let left = shuffled.length; left > 1; left -= 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const [taken] = shuffled.splice(state % left, 1);
      if (taken !== undefined) shuffled.push(taken);
    }
    return shuffled;
  };
}

describe.each(SPECS)("the output for %s is the same, byte for byte,", (name) => {
  const entry = join(root, name);

  it("when it is generated twice", async () => {
    const once = await written(root, (output) => ["--input", name, "--output", output]);
    const twice = await written(root, (output) => ["--input", name, "--output", output]);
    expect(once.size).toBeGreaterThan(5);
    expect(twice).toEqual(once);
  });

  it("when components and schemas stand in another order, so that files are read in another", async () => {
    const plain = await generateChanged(entry, (value) => value);
    await assert(
      asyncProperty(integer({ min: 1, max: 2 ** 31 }), async (seed) => {
        const shuffle = shuffler(seed);
        const other = await generateChanged(entry, (value, file) => reorder(value, file, shuffle));
        expect(other.files).toEqual(plain.files);
        expect(other.diagnostics.length).toBe(plain.diagnostics.length);
      }),
      { numRuns: 8 },
    );
  });

  it("with one worker and with four", async () => {
    const [one, four] = await Promise.all(
      ["1", "4"].map((jobs) =>
        written(root, (output) => ["--input", name, "--output", output, "--jobs", jobs]),
      ),
    );
    expect(four).toEqual(one);
  });
});

describe("the output is the same, byte for byte,", () => {
  it("by an absolute path, a relative one, and from other folders", async () => {
    const from = (cwd: string, input: string) =>
      written(cwd, (output) => ["--input", input, "--output", output]);
    const elsewhere = temporaryFolder();
    const [first, ...others] = await Promise.all([
      from(root, bookshop),
      from(root, relative(root, bookshop)),
      from(dirname(bookshop), "openapi.yaml"),
      from(dirname(bookshop), "./../spec/openapi.yaml"),
      from(elsewhere, bookshop),
      from(elsewhere, relative(elsewhere, bookshop)),
    ]);
    expect(first.size).toBeGreaterThan(5);
    for (const other of others) expect(other).toEqual(first);
  });

  it("into a folder that holds an older output", async () => {
    const fresh = await written(root, (output) => ["--input", bookshop, "--output", output]);
    const output = join(temporaryFolder(), "out");
    for (const input of [SPECS[0] ?? "", bookshop]) {
      await runCommand(["generate", "--input", input, "--output", output, "--no-cache"], root);
    }
    expect(readTree(output)).toEqual(fresh);
  });
});

describe("a shuffled spec", () => {
  it("is read in another order at least once, so that the above says something", async () => {
    const entry = join(root, "spec/openapi.yaml");
    const reversed = await generateChanged(entry, (value, file) =>
      reorder(value, file, (items) => [...items].reverse()),
    );
    const plain = await generateChanged(entry, (value) => value);
    expect(reversed.order).not.toEqual(plain.order);
    expect([...reversed.order].sort()).toEqual([...plain.order].sort());
    expect(reversed.files).toEqual(plain.files);
  });
});
