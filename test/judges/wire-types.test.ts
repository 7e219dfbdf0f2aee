import { describe, expect, it } from "vitest";
import { pascalCase } from "../../packages/generator/src/naming/casing.ts";
import { corpusDocuments, ownSpec, type CorpusName } from "../helpers/corpus.ts";
import { generateDocument } from "../helpers/generate.ts";
import { compile } from "../helpers/tsc.ts";
import { lay, workbench } from "../helpers/workbench.ts";
import { exportedNames } from "./declared-text.ts";
import {
  componentsOf,
  readComponents,
  ownComponents,
  wireTypes,
  type Components,
} from "./wire-types.ts";

// Our type of each component and the one that another generator makes of it are assignable both ways.

const EMPTY_PART =
  "one part of its allOf has no properties: we merge the parts, and its index signature goes with it";
const VARIANTS_OF_REQUIRED =
  "variants that only require properties are `unknown` to the other generator, and swallow the rest";

const NOTHING_ALLOWED = "an object that may have no member at all: their type lets any in";

/** Components whose types differ, by document, with the reason. Nothing is left out by a pattern. */
const DIFFERENT: Partial<Record<CorpusName | "spec", Readonly<Record<string, string>>>> = {
  spec: {
    AccountSessionPlainComponentParam: NOTHING_ALLOWED,
    InvoicePaymentSettingsParam: NOTHING_ALLOWED,
  },
  figma: {
    FrameTraits: EMPTY_PART,
    DefaultShapeTraits: EMPTY_PART,
    RectangularShapeTraits: EMPTY_PART,
  },
  clerk: {
    SAMLAccountConnection: VARIANTS_OF_REQUIRED,
    EnterpriseAccountConnection: VARIANTS_OF_REQUIRED,
    SAMLConnection: VARIANTS_OF_REQUIRED,
  },
};

/** A component, and what the compiler says of the two types. */
type Difference = readonly [component: string, message: string];

async function differences(path: string, components: Components): Promise<Difference[]> {
  const folder = workbench("wire-types");
  // The other generator lets no list grow.
  const output = await generateDocument({ path }, "package", { enums: "closed" });
  lay(folder, output);
  lay(folder, new Map([["wire.ts", await wireTypes(components)]]));
  lay(folder, new Map([["ours.ts", oursModule(components.names, output)]]));
  lay(folder, new Map([["assertions.ts", HEAD + components.names.map(assertion).join("")]]));
  const messages = await compile(folder, "typescript", {
    include: ["assertions.ts"],
    options: { isolatedDeclarations: false, noUnusedLocals: false },
  });
  return messages
    .filter((message) => !message.startsWith(" "))
    .map((message) => [componentOf(message, components.names), message]);
}

/** `Ours<"coupon">` is our type of the component that the spec calls `coupon`. */
function oursModule(names: readonly string[], output: ReadonlyMap<string, string>): string {
  const texts = [...output].filter(([file]) => file.startsWith("schemas/"));
  const declared = new Set(texts.flatMap(([, text]) => exportedNames(text)));
  const members = names.map((name) => {
    const type = typeName(name);
    // A name that the runtime has already gets a longer one.
    return `  ${JSON.stringify(name)}: schemas.${declared.has(type) ? type : `${type}Schema`};\n`;
  });
  return (
    'import type * as schemas from "./schemas/index.js";\n' +
    `export interface ByName {\n${members.join("")}}\n` +
    "export type Ours<Name extends keyof ByName> = ByName[Name];\n"
  );
}

const HEAD = `import type { components } from "./wire.js";
import type { ByName } from "./ours.js";
type Names<T> = Extract<keyof T, string>;
`;

/** Four lines: from ours to theirs, from theirs to ours, and the same keys. */
function assertion(name: string, index: number): string {
  const key = JSON.stringify(name);
  const [ours, theirs] = [`ByName[${key}]`, `components["schemas"][${key}]`];
  return (
    `export const there${index} = (ours: ${ours}): ${theirs} => ours;\n` +
    `export const back${index} = (theirs: ${theirs}): ${ours} => theirs;\n` +
    `export const keys${index} = (ours: Names<${ours}>): Names<${theirs}> => ours;\n` +
    `export const keysBack${index} = (theirs: Names<${theirs}>): Names<${ours}> => theirs;\n`
  );
}

function componentOf(message: string, names: readonly string[]): string {
  const line = Number(/^assertions\.ts\((\d+),/.exec(message)?.[1] ?? Number.NaN);
  return names[Math.floor((line - HEAD.split("\n").length) / 4)] ?? "elsewhere";
}

function typeName(component: string): string {
  return /^\p{Lu}[\p{L}\d]*$/u.test(component) ? component : pascalCase(component);
}

// What is listed must differ too, or the list would outlive its reasons.
function expectListed(
  found: readonly Difference[],
  listed: Readonly<Record<string, string>> = {},
): void {
  expect(found.filter(([component]) => !Object.hasOwn(listed, component))).toEqual([]);
  expect(new Set(found.map(([component]) => component))).toEqual(new Set(Object.keys(listed)));
}

describe("types of components and those of openapi-typescript", () => {
  it("are the same for spec/, but for those that are listed with a reason", async () => {
    const components = await ownComponents();
    expect(components.names).toContain("CustomerBalanceTransaction");
    expectListed(await differences(ownSpec.path, components), DIFFERENT.spec);
  });

  it("are seen to differ where one lets more through", async () => {
    const components = componentsOf("3.1.0", {
      schemas: { Customer: { type: "object", properties: { id: { type: "integer" } } } },
    });
    const found = await differences(ownSpec.path, components);
    expect(new Set(found.map(([component]) => component))).toEqual(new Set(["Customer"]));
  });
});

const judged = ["figma", "clerk", "payments"] as const;
const corpus = corpusDocuments("judges/wire-types", judged);

describe.skipIf(corpus.length === 0)("types of components and those of openapi-typescript", () => {
  for (const { name, path } of corpus) {
    it(`are the same for the document ${name}, but for those that are listed with a reason`, async () => {
      const found = await differences(path, readComponents(path));
      expectListed(found, DIFFERENT[name]);
    });
  }
});
