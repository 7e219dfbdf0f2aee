import type { NameTable } from "../../naming/name-table.ts";
import { objectText, valueText } from "../shared/layout.ts";
import type { SampledOperation } from "./choose-operations.ts";

const WIDTH = 100;

/** `books.reviews.create("book", { text: "…" })`, with the last argument broken where the line is long. */
export function callText(sampled: SampledOperation, names: NameTable): string {
  const { operation, path, params } = sampled;
  const head = `${propertyPath(sampled, names).join(".")}.${names.method(operation.id)}(`;
  const before = path.map(([, value]) => valueText(value, 0, 0, 0));
  if (!params) return `${head}${before.join(", ")})`;
  const lead = `${head}${[...before, ""].join(", ")}`;
  const line = valueText(params, lead.length, 2, 0);
  // What stands in front of the call in a snippet: `const result = await client.`.
  const fits = !line.includes("\n") && lead.length + line.length + 30 <= WIDTH;
  return `${lead}${fits ? line : objectText(params, 0)})`;
}

/** `call(transport, retrieveBook, { book: "book" })` */
export function descriptorCall(sampled: SampledOperation, names: NameTable): string {
  const { operation, path, params } = sampled;
  const input: Record<string, unknown> = Object.create(null);
  for (const [key, value] of path) input[key] = value;
  if (params) input["params"] = params;
  const head = `call(transport, ${names.descriptor(operation.id)}, `;
  const isShort = head.length + valueText(input, 0, 0, 0).length + 23 <= WIDTH;
  return `${head}${isShort ? valueText(input, 0, 0, 0) : objectText(input, 0)})`;
}

/** The properties that lead from the client to a resource. */
export function propertyPath({ resource }: SampledOperation, names: NameTable): string[] {
  const segments = resource.split(".");
  return segments.map((_, index) => names.resourceProperty(segments.slice(0, index + 1).join(".")));
}
