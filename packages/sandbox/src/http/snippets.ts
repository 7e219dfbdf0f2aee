import { isObject, member } from "../json.ts";
import type { OperationPlan } from "../plan/api-plan.ts";

/** Headers that a shell command need not repeat. */
const USUAL = new Set([
  "host",
  "connection",
  "accept",
  "accept-encoding",
  "accept-language",
  "content-length",
  "user-agent",
  "sec-fetch-mode",
]);

/** A request as a command for the shell. What was secret is left for the reader to fill in. */
export function curlOf(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): string {
  const fields = Object.entries(headers).filter(
    ([name]) => !USUAL.has(name) && !name.startsWith("x-stripe-client"),
  );
  const shown = fields.map(([name, value]) =>
    value === "…" ? `-H "${printable(name)}: $SECRET"` : `-H ${quoted(`${name}: ${value}`)}`,
  );
  const data = body === "" ? [] : [`--data-raw ${quoted(body)}`];
  return [`curl -X ${printable(method)} ${quoted(url)}`, ...shown, ...data].join(" \\\n  ");
}

/** Between single quotes a shell reads nothing but the text. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function printable(word: string): string {
  return word.replaceAll(/[^\w-]/g, "");
}

/** The same call with a generated client. */
export function clientCall({ operation }: OperationPlan, input: unknown): string {
  const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
  const ids = inPath.map(({ key }) => JSON.stringify(member(input, key) ?? ""));
  const params = member(input, "params");
  const isGiven = isObject(params) && Object.keys(params).length > 0;
  const shown = isGiven
    ? [JSON.stringify(params, (_, value: unknown) => (value instanceof Blob ? "…" : value), 2)]
    : [];
  return `await client.${operation.id}(${[...ids, ...shown].join(", ")});`;
}
