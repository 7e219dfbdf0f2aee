import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { readApiDocument } from "../helpers/api-document.ts";
import { updatesGolden } from "../helpers/golden.ts";
import { printCoverage, readCoverage } from "./coverage.ts";

const page = join(import.meta.dirname, "../../spec/COVERAGE.md");
const documented = parse(
  readFileSync(join(import.meta.dirname, "documented-resources.yaml"), "utf8"),
) as Readonly<Record<string, readonly string[]>>;

const document = await readApiDocument();
const coverage = readCoverage(document);

it("the coverage page says what the spec says", () => {
  const text = printCoverage(coverage);
  if (updatesGolden()) writeFileSync(page, text);
  expect(readFileSync(page, "utf8")).toBe(text);
});

it("every documented resource has a row, and no other", () => {
  const titles = coverage.map(({ title }) => title);
  expect(titles.sort()).toEqual(Object.keys(documented).sort());
  expect(titles).toHaveLength(82);
});

it("every documented operation has a row, and no other", () => {
  const wanted = new Set(Object.values(documented).flat().map(template));
  const found = coverage.flatMap(({ operations }) =>
    operations.map(({ method, path }) => template(`${method} ${path}`)),
  );
  expect(new Set(found)).toEqual(wanted);
  for (const { title, operations } of coverage) {
    const own = operations.map(({ method, path }) => template(`${method} ${path}`));
    expect(own.sort(), title).toEqual(documented[title]?.map(template).sort());
  }
});

it("every event has a row", () => {
  const found = coverage.flatMap(({ events }) => events.map(({ name }) => name));
  expect([...new Set(found)].sort()).toEqual(document.webhooks.map(({ name }) => name).sort());
});

function template(operation: string): string {
  return operation.replace(/\{[^}]+\}/g, "{}");
}
