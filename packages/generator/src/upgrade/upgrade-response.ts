import type { Place } from "../diagnostics/diagnostic.ts";
import { below, child } from "../resolve/child.ts";
import { getMember } from "../resolve/json-pointer.ts";
import type { Node } from "../resolve/spec-document.ts";
import { plainItems } from "./collection-format.ts";
import { isPlainObject } from "./is-swagger.ts";
import { upgradeResponse } from "./library.ts";
import { answerTypes } from "./media-types.ts";
import { mendSchema } from "./mend-schema.ts";
import { referSchemas } from "./schema-refs.ts";
import type { Upgrading } from "./upgrading.ts";

/** A Response Object that is no reference. */
export function upgradeAnswer(
  node: Node,
  produces: readonly string[],
  to: Place,
  upgrading: Upgrading,
): unknown {
  const headers = plainHeaders(getMember(node.value, "headers")?.value);
  const schema = child(node, "schema");
  const value = {
    ...Object(node.value),
    ...(headers && { headers }),
    ...(schema && { schema: mendSchema(schema.value, schema.at, upgrading.report) }),
  };
  const types = answerTypes(node.value, produces);
  if (schema && !upgrading.admit(schema, types.length)) return node.value;
  const upgraded = upgradeResponse(value, types);
  if (!isPlainObject(upgraded)) return node.value;
  referSchemas(node, upgrading);
  recordContent(upgraded["content"], node.at, to, upgrading);
  for (const name of Object.keys(headers ?? {})) {
    const original = below(below(node.at, "headers"), name);
    upgrading.origins.record(below(below(below(to, "headers"), name), "schema"), original);
  }
  return headers ? { ...upgraded, headers: inOrder(upgraded["headers"], headers) } : upgraded;
}

function recordContent(content: unknown, from: Place, to: Place, { origins }: Upgrading): void {
  if (!isPlainObject(content)) return;
  for (const type of Object.keys(content)) {
    const media = below(below(to, "content"), type);
    origins.record(below(media, "schema"), below(from, "schema"));
    origins.record(below(media, "example"), below(below(from, "examples"), type));
  }
}

function plainHeaders(headers: unknown): Record<string, unknown> | undefined {
  if (!isPlainObject(headers)) return undefined;
  const plain = Object.entries(headers).map(([name, header]) => {
    return [name, isPlainObject(header) ? plainItems(header) : header] as const;
  });
  return Object.fromEntries(plain);
}

// The library turns their order round.
function inOrder(headers: unknown, original: Readonly<Record<string, unknown>>): unknown {
  const members = Object.keys(original).flatMap((name) => {
    const header = getMember(headers, name);
    return header ? [[name, header.value] as const] : [];
  });
  return Object.fromEntries(members);
}
