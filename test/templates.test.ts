import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import type { Json } from "../packages/generator/src/plan/unit.ts";
import { createEngine } from "../packages/generator/src/render/engine.ts";
import {
  builtInTemplates,
  readTemplates,
  type TemplateFile,
} from "../packages/generator/src/render/template-files.ts";
import { temporaryFolder } from "./helpers/command.ts";
import { generateFrom, ONE_FOLDER } from "./helpers/generate.ts";
import { planOwnSpecs } from "./helpers/own-specs.ts";
import { forbiddenParts, guardView, headingOf, markTemplate } from "./helpers/template-rules.ts";

const source = join(import.meta.dirname, "../packages/generator/src");
const templates = readTemplates([]);
const specs = await planOwnSpecs();

/** A view without what may be `null` by its type, although our own views mostly have it. */
function bare(view: Json): Json {
  const nulled = JSON.stringify(view, (key, value: unknown) =>
    key === "docs" || key === "guard" ? null : value,
  );
  return JSON.parse(nulled) as Json;
}

describe("a template", () => {
  it.each([...templates.values()])("$name holds text, loops, conditions and partials", (one) => {
    expect(forbiddenParts(one.text)).toEqual([]);
  });

  it.each([...templates.values()])("$name names the type of its view, which is there", (one) => {
    const heading = headingOf(one.text);
    expect(heading).toBeDefined();
    const text = readFileSync(join(source, heading?.file ?? ""), "utf8");
    expect(text).toMatch(new RegExp(`^export (?:type|interface) ${heading?.view}\\b`, "m"));
  });

  it.each([...templates.values()])("$name is in the README with its view", ({ name, text }) => {
    const readme = readFileSync(join(builtInTemplates(), "README.md"), "utf8");
    expect(readme).toMatch(new RegExp(`^\\| \`${name}\` +\\| \`${headingOf(text)?.view}\` `, "m"));
  });

  it.each([
    ["a helper", "{{upper name}}"],
    ["a block of another kind", "{{#with name}}{{/with}}"],
    ["a sub-expression", "{{#if (eq a b)}}{{/if}}"],
    ["a way up", "{{../name}}"],
    ["a way up to the root", "{{@root.name}}"],
    ["three braces", "{{{name}}}"],
    ["a raw block", "{{{{raw}}}}{{{{/raw}}}}"],
    ["an ampersand", "{{&name}}"],
    ["a block parameter", "{{#each names as |name|}}{{/each}}"],
    ["an inverse block", "{{^name}}{{/name}}"],
    ["a partial by a computed name", "{{> (lookup . 'name')}}"],
    ["a partial block", "{{#> shared/index}}{{/shared/index}}"],
    ["a decorator", '{{#*inline "name"}}{{/inline}}'],
    ["a literal", '{{#if "yes"}}{{/if}}'],
    ["an escape", "\\{{name}}"],
    ["control of white space", "{{~name}}"],
  ])("is refused with %s", (_, body) => {
    expect(forbiddenParts(`{{!-- heading --}}\n${body}`)).not.toEqual([]);
  });
});

describe("the views of this repository's specs", () => {
  const marked = new Map(
    [...templates].map(([name, { text }]) => [name, markTemplate(name, text)] as const),
  );
  const render = createEngine(
    new Map(
      [...templates].map(([name, file]): [string, TemplateFile] => [
        name,
        { ...file, text: marked.get(name)?.text ?? "" },
      ]),
    ),
  );
  const seen = new Set<string>();

  it.each(specs)("$name: have every field that a template asks for", ({ units }) => {
    expect(units.length).toBeGreaterThan(0);
    for (const { template, view } of units) {
      const text = render(template, guardView(view)) + render(template, guardView(bare(view)));
      for (const [mark] of text.matchAll(/\u0001[^\u0002]*\u0002/g)) seen.add(mark);
    }
  });

  it("are guarded even where Handlebars takes a missing field for false", () => {
    const text = "{{!-- --}}\n{{#each list}}{{#if missing}}{{/if}}{{/each}}";
    const file = { name: "a/b", file: "a/b.hbs", text, override: true };
    const view = { list: [{ present: true }] };
    const run = createEngine(new Map([[file.name, file]]));
    expect(run("a/b", view)).toBe("");
    expect(() => run("a/b", guardView(view))).toThrow('view.list[0] has no field "missing"');
  });

  it("lead through every template and every branch", () => {
    const all = [...marked.values()].flatMap(({ marks }) => [...marks]);
    expect(all.filter(([mark]) => !seen.has(mark)).map(([, what]) => what)).toEqual([]);
  });

  it("are plain JSON", () => {
    for (const { view } of specs.flatMap(({ units }) => units)) {
      expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    }
  });
});

describe("a template of one's own", () => {
  const spec = `openapi: 3.1.0
info: { title: Shop API, version: "1" }
paths: {}
components: { schemas: { Coupon: { type: object, properties: { id: { type: string } } } } }
`;
  const generate = async (overrides: Readonly<Record<string, string>>) => {
    const folder = temporaryFolder();
    for (const [file, text] of Object.entries(overrides)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const config = { ...ONE_FOLDER, templates: [folder] };
    return (await generateFrom({ "openapi.yaml": spec }, "openapi.yaml", config)).files;
  };

  it("replaces a partial, and its output is formatted by prettier", async () => {
    const files = await generate({
      "schemas/interface.hbs":
        "export   interface {{name}} extends\nObject { {{#each interface.properties}}'{{key}}'? :{{type}} ; {{/each}} }\n",
    });
    const text = files.get("schemas/shared.ts") ?? "";
    expect(text).toContain("export interface Coupon extends Object {\n  id?: string;\n}\n");
    const formatted = await format(text, { parser: "typescript", printWidth: 100 });
    expect(text).toBe(formatted);
  });

  it("replaces a whole template, and leaves the others alone", async () => {
    const [own, ours] = await Promise.all([
      generate({ "shared/index.hbs": "/** Ours. */\nexport {};\n" }),
      generate({}),
    ]);
    expect(own.get("index.ts")).toContain("/** Ours. */\nexport {};\n");
    expect(own.get("schemas/shared.ts")).toBe(ours.get("schemas/shared.ts"));
  });

  it.each([
    ["a field that its view does not have", "{{nam}}", /nam/],
    ["a helper", "{{upper name}}", /upper/],
    ["a block that is not closed", "{{#if name}}", /interface\.hbs/],
  ])("is refused by its file's name when it has %s", async (_, text, says) => {
    const run = generate({ "schemas/interface.hbs": text });
    await expect(run).rejects.toThrow(says);
    await expect(run).rejects.toThrow(/schemas\/interface\.hbs/);
  });
});
