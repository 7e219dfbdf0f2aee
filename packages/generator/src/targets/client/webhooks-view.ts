import type { ApiModel, NamedSchema, Schema, SchemaId } from "../../model/api-model.ts";
import { leavesOf } from "../../model/leaves.ts";
import { contentsOf } from "../shared/contents.ts";
import { docView, type DocView } from "../shared/doc-view.ts";
import { listText, unionText, valueText } from "../shared/layout.ts";
import { stringLiteral } from "../shared/literals.ts";
import { codecText } from "../shared/wires.ts";
import { typeText, type TypeContext } from "../shared/type-text.ts";

/** What `client/webhooks` prints. */
export type WebhooksView = {
  readonly event: string;
  /** The union of all that webhooks bring, with the space or the line break in front of it. */
  readonly type: string;
  readonly docs: DocView | null;
  readonly receiver: string;
  readonly receiverType: string;
  /** The call that makes the receiver, with the space or the line break in front of it. */
  readonly value: string;
};

/** Webhooks as a client receives them; `undefined` where the API has none that bring anything. */
export function webhooksView(model: ApiModel, context: TypeContext): WebhooksView | undefined {
  const bodies = model.webhooks.flatMap(({ schema }) => schema ?? []);
  if (bodies.length === 0) return undefined;
  const { names, imports } = context;
  const { webhook: event, webhooks: receiver } = names.api;
  const key = distinctKey(model, context);
  const tag = key === undefined ? "" : stringLiteral(key);
  const make = imports.runtimeValue(tag ? "webhookRouter" : "webhookReceiver", "webhooks");
  const type = imports.runtimeType(tag ? "WebhookRouter" : "WebhookReceiver", "webhooks");
  const receiverType = tag ? `${type}<${event}, ${tag}>` : `${type}<${event}>`;
  const { codec } = codecText(anyOf(bodies), context);
  const args = [
    signatureText(model, context),
    ...(tag ? [tag] : []),
    ...(codec ? [valueText(codec, "  ".length, 1, 1)] : []),
  ];
  const head = `export const ${receiver}: ${receiverType} =`;
  return {
    event,
    type: broken(eventType(bodies, context), `export type ${event} =`),
    docs: docView([
      "Receives what the API sends on its own: checks signatures, reads events, gives each to its handler.",
    ]),
    receiver,
    receiverType,
    value: callText(head, `/* @__PURE__ */ ${make}`, args),
  };
}

// On the line of its name where it fits, else with an argument a line, else below its name.
function callText(head: string, make: string, args: readonly string[]): string {
  const isBelow = head.length + ` ${make}(`.length > 100;
  const lead = isBelow ? "\n  " : " ";
  const before = isBelow ? "  ".length : head.length + 1;
  return `${lead}${listText(`${make}(`, args, ")", before, 1, isBelow ? 1 : 0)};`;
}

function broken(members: readonly string[], head: string): string {
  const text = unionText(members, head.length + 1, 1, 0);
  return text.startsWith("\n") ? text : ` ${text}`;
}

function signatureText(
  { webhookSignature: signature }: ApiModel,
  { imports }: TypeContext,
): string {
  if (signature.kind === "standard") {
    return `/* @__PURE__ */ ${imports.runtimeValue("standardSignature", "webhooks")}()`;
  }
  const make = imports.runtimeValue("timestampedSignature", "webhooks");
  return `/* @__PURE__ */ ${make}(${stringLiteral(signature.header)})`;
}

/** What webhooks bring, by the names of unions where the spec has them. */
function eventType(bodies: readonly Schema[], context: TypeContext): string[] {
  const referred = bodies.flatMap((body) =>
    body.kind === "reference" && !body.nullable ? [body.schema] : [],
  );
  const left = new Set(referred);
  const unions = unionsOf(left, context.schemas);
  const types = unions.flatMap(({ id, members }) => {
    if (!members.every((member) => left.has(member))) return [];
    for (const member of members) left.delete(member);
    return [typeText(reference(id), context)];
  });
  const others = bodies.filter((body) => body.kind !== "reference" || left.has(body.schema));
  return [...new Set([...types, ...others.map((body) => typeText(body, context))])];
}

function anyOf(variants: readonly Schema[]): Schema {
  const [only] = variants;
  if (only && variants.length === 1) return only;
  return { kind: "union", exclusive: false, variants, nullable: false, docs: {} };
}

function reference(schema: SchemaId): Schema {
  return { kind: "reference", schema, nullable: false, docs: {} };
}

/** Named unions of some of these, the largest first. */
function unionsOf(
  ids: ReadonlySet<SchemaId>,
  schemas: ReadonlyMap<SchemaId, NamedSchema>,
): { readonly id: SchemaId; readonly members: readonly SchemaId[] }[] {
  return [...schemas.values()]
    .flatMap(({ id, declared, schema }) => {
      if (!declared || schema.kind !== "union" || schema.nullable) return [];
      const members = schema.variants.map((one) => (one.kind === "reference" ? one.schema : ""));
      return members.every((member) => ids.has(member)) ? [{ id, members }] : [];
    })
    .sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
}

/** The property that tells all webhooks apart, each by a text of its own; best where that is the webhook's name. */
function distinctKey({ webhooks }: ApiModel, context: TypeContext): string | undefined {
  const bodies = webhooks.flatMap(({ name, schema }) =>
    schema ? [{ name, constants: constantsOf(schema, context) }] : [],
  );
  const [first] = bodies;
  const keys = [...(first?.constants.keys() ?? [])].filter((key) => {
    const values = bodies.map(({ constants }) => constants.get(key));
    return values.every(Boolean) && new Set(values).size === bodies.length;
  });
  const isNamed = (key: string): boolean =>
    bodies.every(({ name, constants }) => constants.get(key) === name);
  return keys.find(isNamed) ?? keys[0];
}

/** Properties that can only be one text. */
function constantsOf(schema: Schema, { schemas }: TypeContext): ReadonlyMap<string, string> {
  const constants = leavesOf(schema, ["intersection"], contentsOf(schemas))
    .flatMap((leaf) => (leaf.kind === "object" ? leaf.properties : []))
    .flatMap(({ name, required, schema: part }) => {
      const [value, ...others] = part.kind === "literal" && !part.nullable ? part.values : [];
      const isOne = required && typeof value === "string" && others.length === 0;
      return isOne ? [[name, value] as const] : [];
    });
  return new Map(constants);
}
