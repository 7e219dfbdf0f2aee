import { objectAt } from "../helpers/api-document.ts";
import type { ApiDocument, DescribedOperation, DescribedWebhook } from "../helpers/api-document.ts";
import { isDeletedForm, propertiesOf, wireName } from "./inventory/shape.ts";

/** What the spec says of one resource: a chapter of the reference, which is a tag of the document. */
export interface Coverage {
  readonly title: string;
  /** Component names of the objects that its operations give. */
  readonly objects: readonly string[];
  readonly operations: readonly DescribedOperation[];
  readonly events: readonly DescribedWebhook[];
}

/** The resources of `spec/`, in reading order. Tags that are headings only are left out. */
export function readCoverage(document: ApiDocument): Coverage[] {
  const tags = [document.root["tags"]].flat().map((tag) => String(objectAt(tag)["name"]));
  return tags.flatMap((title) => {
    const operations = document.operations.filter((one) => one.tags.includes(title));
    const events = document.webhooks.filter((one) => one.tags.includes(title));
    if (operations.length === 0) return [];
    return { title, objects: objectsOf(operations, document), operations, events };
  });
}

function objectsOf(operations: readonly DescribedOperation[], document: ApiDocument): string[] {
  const found = operations.flatMap(({ answer }) => (answer ? named(answer.schema, document) : []));
  return [...new Set(found)];
}

function named(schema: ReturnType<typeof objectAt>, document: ApiDocument): string[] {
  if (Array.isArray(schema["anyOf"])) {
    return schema["anyOf"].flatMap((one) => named(objectAt(one), document));
  }
  if (isDeletedForm(schema, document)) return [];
  const kind = wireName(schema, document);
  if (kind !== "list" && kind !== "search_result") return [lastPart(schema["$ref"])];
  const data = propertiesOf(schema, document).schemas.get("data");
  return named(objectAt(objectAt(data)["items"]), document);
}

function lastPart(ref: unknown): string {
  return String(ref).split("/").at(-1) ?? "";
}

/** `spec/COVERAGE.md` */
export function printCoverage(coverage: readonly Coverage[]): string {
  // Two resources share operations.
  const operations = new Set(coverage.flatMap((one) => one.operations));
  const events = new Set(coverage.flatMap((one) => one.events));
  return [
    "# What the spec covers",
    "",
    "Written by `pnpm golden:update`. A test fails when a documented resource or operation has no row here.",
    "",
    `${coverage.length} resources, ${operations.size} operations, ${events.size} events. A ✓ says that there is an example, a dash`,
    "that there is nothing to give an example of.",
    "",
    "| Resource | Objects | Operations | Events |",
    "| --- | --- | --: | --: |",
    ...coverage.map(summaryRow),
    "",
    ...coverage.flatMap(chapter),
  ].join("\n");
}

function summaryRow({ title, objects, operations, events }: Coverage): string {
  return `| ${title} | ${objects.map(code).join(", ") || "–"} | ${operations.length} | ${events.length} |`;
}

function chapter({ title, operations, events }: Coverage): string[] {
  return [
    `## ${title}`,
    "",
    "| Operation | Call | Request | Answer |",
    "| --- | --- | --- | --- |",
    ...operations.map(operationRow),
    "",
    ...(events.length === 0 ? [] : [...eventTable(events), ""]),
  ];
}

function operationRow(operation: DescribedOperation): string {
  const { id, method, path, answer } = operation;
  const hasAnswer = answer && "example" in answer ? "✓" : "–";
  return `| ${code(`${method} ${path}`)} | ${code(id)} | ${requestMark(operation)} | ${hasAnswer} |`;
}

function requestMark({ parameters, body }: DescribedOperation): string {
  const inPlace = parameters.some((one) => one["example"] !== undefined);
  return inPlace || (body && "example" in body) ? "✓" : "–";
}

function eventTable(events: readonly DescribedWebhook[]): string[] {
  return [
    "| Event | Example |",
    "| --- | --- |",
    ...events.map(({ name, body }) => `| ${code(name)} | ${"example" in body ? "✓" : "–"} |`),
  ];
}

function code(text: string): string {
  return `\`${text}\``;
}
