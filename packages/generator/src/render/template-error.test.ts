import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Json } from "../plan/unit.ts";
import { createEngine } from "./engine.ts";
import { TemplateError } from "./template-error.ts";

/** What is told of the template `a/b` when it prints a view. */
function told(text: string, view: Json): Diagnostic | undefined {
  const file = (name: string, text: string) =>
    [name, { name, file: `/home/me/${name}.hbs`, text, override: true }] as const;
  try {
    const partial = file("a/part", "{{!-- --}}\n  {{inner}}\n");
    createEngine(new Map([file("a/b", text), partial]))("a/b", view);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return error.diagnose((path) => path.replace("/home/me/", ""));
  }
  return undefined;
}

describe("TemplateError", () => {
  it.each<[text: string, view: Json, place: string, reason: string]>([
    ["one\n  {{two}}", {}, "a/b.hbs:2:5", 'the view has no field "two"'],
    ["{{one.two}}", { one: {} }, "a/b.hbs:1:3", 'the view has no field "two"'],
    ["{{#each list}}\n{{name}}{{/each}}", { list: [{}] }, "a/b.hbs:2:3", 'no field "name"'],
    ["{{> a/part}}", {}, "a/part.hbs:2:5", 'the view has no field "inner"'],
    ["one\n{{upper name}}", { name: "" }, "a/b.hbs:2:1", 'there is no helper "upper"'],
    ["one\n{{#if two}}\n", { two: true }, "a/b.hbs:3:1", "cannot be parsed; EOF is not expected"],
    ["{{#if one}}{{/each}}", { one: true }, "a/b.hbs:1:4", "if doesn't match each"],
  ])("of %j with the view %j is told at its place", (text, view, place, reason) => {
    const { at, code, message } = told(text, view) ?? {};
    expect(code).toBe("template-error");
    const { file, line, column } = Object(Object(at).location);
    expect(`${file}:${line}:${column}`).toBe(place);
    expect(message).toContain(reason);
    expect(message).not.toContain("\n");
  });

  it.each<[text: string, view: Json, reason: string]>([
    ["{{> a/gone}}", {}, 'there is no partial "a/gone"'],
    ["{{#each list}}{{name}}{{/each}}", { list: [1] }, 'the view has no field "name"'],
  ])("of %j with the view %j names its file where no line is known", (text, view, reason) => {
    const { at, message } = told(text, view) ?? {};
    expect(at).toBeUndefined();
    expect(message).toContain('"a/b.hbs"');
    expect(message).toContain(reason);
  });

  it("says in a stack trace which file it is about", () => {
    expect(new TemplateError({ file: "/a.hbs", text: "" }, new Error("No luck.")).message).toBe(
      'The template "/a.hbs" cannot be used: No luck.',
    );
  });
});
