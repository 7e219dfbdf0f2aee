import type { Place } from "../diagnostics/diagnostic.ts";
import { below } from "../resolve/child.ts";
import { getMember } from "../resolve/json-pointer.ts";
import type { Node } from "../resolve/spec-document.ts";
import { withCollectionFormat } from "./collection-format.ts";
import { isPlainObject } from "./is-swagger.ts";
import { upgradeBody, upgradeForm } from "./library.ts";
import { bodyTypes, formTypes } from "./media-types.ts";
import { mendSchema } from "./mend-schema.ts";
import type { Upgrading } from "./upgrading.ts";
import { referSchemas } from "./schema-refs.ts";

/**
 * The parameters `in: body` and `in: formData` of one operation → its Request Body Object.
 *
 * @param nodes References followed; those of the Path Item first, which give way to others of the same name.
 */
export function upgradeRequestBody(
  nodes: readonly Node[],
  consumes: readonly string[],
  to: Place,
  upgrading: Upgrading,
): unknown {
  const body = nodes.findLast((node) => placeOf(node) === "body");
  const form = byName(nodes.filter((node) => placeOf(node) === "formData"));
  const whole = body && wholeBody(body, bodyTypes(consumes), to, upgrading);
  if (form.length === 0) return whole;
  const types = formTypes(
    form.map(({ value }) => value),
    consumes,
  );
  const fields = formBody(form, types, to, upgrading);
  if (!isPlainObject(whole) || !isPlainObject(fields)) return fields ?? whole;
  return { ...whole, content: { ...Object(whole["content"]), ...Object(fields["content"]) } };
}

function wholeBody(
  node: Node,
  types: readonly string[],
  to: Place,
  { origins, moveTo, ...upgrading }: Upgrading,
): unknown {
  if (!upgrading.admit(node, types.length)) return undefined;
  origins.record(to, node.at);
  const schema = below(node.at, "schema");
  for (const type of types) origins.record(mediaSchema(to, type), schema);
  referSchemas(node, { origins, moveTo, ...upgrading });
  const parameter = Object(moveTo(to.file, node));
  const mended = mendSchema(parameter.schema, schema, upgrading.report);
  return upgradeBody({ ...parameter, ...(mended !== undefined && { schema: mended }) }, types);
}

function formBody(
  nodes: readonly Node[],
  types: readonly string[],
  to: Place,
  { origins, report, admit }: Upgrading,
): unknown {
  if (!nodes.every((node) => admit(node, types.length))) return undefined;
  const [first] = nodes;
  if (first) origins.record(to, first.at);
  for (const node of nodes) {
    for (const type of types) {
      const properties = below(mediaSchema(to, type), "properties");
      origins.record(below(properties, nameOf(node)), node.at);
    }
  }
  const fields = nodes.map((node) => withCollectionFormat(node, report));
  const body = upgradeForm(fields, types);
  if (!isPlainObject(body)) return body;
  const content = Object.entries(Object(body["content"])).map(
    ([type, media]) => [type, withoutEmptyRequired(media)] as const,
  );
  const isRequired = fields.some(({ required }) => required === true);
  return { ...body, content: Object.fromEntries(content), ...(isRequired && { required: true }) };
}

// JSON Schema of that day wants at least one name in the list.
function withoutEmptyRequired(media: unknown): unknown {
  const { schema, ...rest } = Object(media);
  const { required, ...others } = Object(schema);
  const hasNames = Array.isArray(required) && required.length > 0;
  return { schema: hasNames ? { ...others, required } : others, ...rest };
}

function byName(nodes: readonly Node[]): Node[] {
  return [...new Map(nodes.map((node) => [nameOf(node), node])).values()];
}

function mediaSchema(body: Place, type: string): Place {
  return below(below(below(body, "content"), type), "schema");
}

function placeOf({ value }: Node): unknown {
  return getMember(value, "in")?.value;
}

function nameOf({ value }: Node): string {
  return String(getMember(value, "name")?.value);
}
