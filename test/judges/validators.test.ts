import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { isRecord, type Validator } from "../../packages/runtime/src/validate/index.ts";
import { pascalCase } from "../../packages/generator/src/naming/casing.ts";
import { corpusDocuments, ownSpec } from "../helpers/corpus.ts";
import { generateDocument } from "../helpers/generate.ts";
import { compile } from "../helpers/tsc.ts";
import { lay, workbench } from "../helpers/workbench.ts";
import { toJsonSchemas, type JsonSchema } from "./json-schema.ts";
import { createRandom, mutate, ValueMaker } from "./sample-values.ts";
import { readComponents, ownComponents, type Components } from "./wire-types.ts";

// Our validators and a validator that others wrote, over the same values: the same verdict, and an issue for each no.

type Validators = Readonly<Record<string, unknown>>;

/** The generated validators of a document, bundled and loaded past the test runner's own transforms. */
async function loadValidators(path: string, folder: string): Promise<Validators> {
  lay(folder, await generateDocument({ path }, "inline"));
  const outfile = join(folder, "validators.cjs");
  const entry = join(folder, "validators/index.ts");
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "cjs",
    platform: "node",
    logLevel: "error",
  });
  return createRequire(import.meta.url)(outfile) as Validators;
}

function validatorOf(component: string, all: Validators): Validator<unknown> {
  const type = /^\p{Lu}[\p{L}\d]*$/u.test(component) ? component : pascalCase(component);
  const name = type.charAt(0).toLowerCase() + type.slice(1);
  const found = all[`${name}Validator`] ?? all[`${name}SchemaValidator`];
  if (!isValidator(found)) throw new Error(`no validator for ${component}`);
  return found;
}

function isValidator(value: unknown): value is Validator<unknown> {
  return typeof value === "object" && value !== null && "is" in value && "issues" in value;
}

interface Tally {
  /** Ways in which our validators and the reference disagree, or issues lead nowhere. */
  readonly complaints: string[];
  accepted: number;
  refused: number;
}

async function judge(path: string, components: Components, rounds: number): Promise<Tally> {
  const schemas = toJsonSchemas(
    isRecord(components.all["schemas"]) ? components.all["schemas"] : {},
  );
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  ajv.addSchema({ $id: "spec:all", components: { schemas } });
  const folder = workbench("validators");
  const validators = await loadValidators(path, folder);
  const tally: Tally = { complaints: [], accepted: 0, refused: 0 };
  const typed: string[] = [];
  for (const name of components.names) {
    const reference = ajv.getSchema(`spec:all#/components/schemas/${encodeURIComponent(name)}`);
    if (!reference) throw new Error(`the reference has no schema ${name}`);
    const ours = validatorOf(name, validators);
    for (const value of samples(name, schemas, rounds)) {
      compare(name, value, ours, reference(value) === true, tally);
    }
    const maker = new ValueMaker(schemas, createRandom(seedOf(name)), true);
    const made = maker.make(schemas[name] ?? true);
    if (ours.is(made))
      typed.push(`const value${typed.length}: types.${ours.name} = ${printed(made)};`);
  }
  lay(folder, new Map([["values.ts", `${TYPES}${typed.join("\n")}\n`]]));
  const messages = await compile(folder, "typescript-7", {
    include: ["values.ts"],
    options: { noUnusedLocals: false, isolatedDeclarations: false },
  });
  const others = messages.filter((message) => !message.endsWith(`to type '${WITHOUT_TYPE}'.`));
  return { ...tally, complaints: [...tally.complaints, ...others] };
}

/** It describes an object and names no type, so that texts match as well; our type is the object. */
const WITHOUT_TYPE = "OpenAIFile";

const TYPES = 'import type * as types from "./schemas/index.js";\n';

// A name of its own for `__proto__`, which would set the prototype.
function printed(value: unknown): string {
  return JSON.stringify(value).replaceAll('"__proto__":', '["__proto__"]:');
}

function* samples(
  name: string,
  schemas: Readonly<Record<string, JsonSchema>>,
  rounds: number,
): Iterable<unknown> {
  const random = createRandom(seedOf(name));
  const maker = new ValueMaker(schemas, random);
  for (let round = 0; round < rounds; round++) {
    const value = maker.make(schemas[name] ?? true);
    yield value;
    yield mutate(value, random);
    yield mutate(value, random);
  }
}

/** Of each component its own values, whatever other components there are. */
function seedOf(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7);
}

function compare(
  name: string,
  value: unknown,
  ours: Validator<unknown>,
  isValid: boolean,
  tally: Tally,
): void {
  const verdict = ours.is(value);
  const issues = ours.issues(value);
  tally[isValid ? "accepted" : "refused"] += 1;
  const complain = (text: string): void => {
    // One complaint tells of a component what there is to tell.
    if (tally.complaints.some((complaint) => complaint.startsWith(`${name}: `))) return;
    tally.complaints.push(`${name}: ${text} for ${JSON.stringify(value).slice(0, 300)}`);
  };
  if (verdict !== isValid) complain(`we say ${verdict}, the reference ${isValid}`);
  if (verdict !== (issues.length === 0)) complain(`we say ${verdict} with ${issues.length} issues`);
  for (const { pointer, keyword } of issues) {
    if (!leadsSomewhere(value, pointer, keyword)) complain(`${pointer} (${keyword}) leads nowhere`);
  }
}

/** Keywords whose issue may be about a member that is not there: its pointer leads to where it belongs. */
const OF_MISSING = ["required", "discriminator"];

/** RFC 6901. */
function leadsSomewhere(value: unknown, pointer: string, keyword: string): boolean {
  const tokens = pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = tokens.at(-1) ?? "";
  const holder = tokens.slice(0, -1).reduce<unknown>(memberOf, value);
  if (OF_MISSING.includes(keyword) && isRecord(holder) && !Object.hasOwn(holder, last)) return true;
  return tokens.length === 0 || memberOf(holder, last) !== undefined;
}

function memberOf(holder: unknown, key: string): unknown {
  const isHolder = typeof holder === "object" && holder !== null && Object.hasOwn(holder, key);
  return isHolder ? Reflect.get(holder, key) : undefined;
}

/** Milliseconds: values and types of hundreds of components. */
const LONG = 240_000;

describe("validators agree with a reference validator, and what they take fits the types", () => {
  it("on every component of spec/", { timeout: LONG }, async () => {
    const { complaints, accepted, refused } = await judge(ownSpec.path, await ownComponents(), 200);
    expect(complaints.slice(0, 20)).toEqual([]);
    expect(Math.min(accepted, refused)).toBeGreaterThan((accepted + refused) / 10);
  });
});

const corpus = corpusDocuments("judges/validators", [
  "clerk",
  "figma",
  "openai",
  "spotify",
  "twilio",
  "payments",
]);

describe.skipIf(corpus.length === 0)(
  "validators agree with a reference validator, and what they take fits the types",
  () => {
    for (const { name, path } of corpus) {
      it(`on every component of the document ${name}`, { timeout: LONG }, async () => {
        const { complaints, accepted, refused } = await judge(path, readComponents(path), 4);
        expect(complaints.slice(0, 20)).toEqual([]);
        expect(Math.min(accepted, refused)).toBeGreaterThan((accepted + refused) / 10);
      });
    }
  },
);
