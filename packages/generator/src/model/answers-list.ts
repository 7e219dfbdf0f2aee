import type { Node } from "../resolve/spec-document.ts";
import { isPlural, sameNoun, stem } from "../naming/same-noun.ts";
import { words } from "../naming/words.ts";
import type { ModelContext } from "./context.ts";
import { keys, member } from "./read.ts";

/** What the array of items is called in the answers of lists, where it has not the name of the resource. */
export const ITEMS: ReadonlySet<string> = new Set(
  "content contents data docs elements entities entries entry hits items list members objects page records resources results rows value values".split(
    " ",
  ),
);

/** What an object around the whole answer is called. */
export const WRAPPERS: ReadonlySet<string> = new Set("meta payload response result".split(" "));

/** So many schemas of one answer are looked at, and so many properties of one schema: it is only a name. */
const MOST_SCHEMAS = 50;
const MOST_PROPERTIES = 200;

/**
 * Tells whether an operation answers with a list: an array, or an object with an array of items. `undefined` where its
 * schemas do not tell.
 *
 * @param noun What the path asks for: an array of that name is one of items.
 */
export function answersList(
  operation: Node,
  noun: string,
  context: ModelContext,
): boolean | undefined {
  const schema = answerSchema(operation, context);
  return schema && isList(schema, noun, context, new Set());
}

// Looks without reporting: what is wrong here is reported where it is built.
function answerSchema(operation: Node, context: ModelContext): Node | undefined {
  const responses = member(operation, "responses");
  if (!responses) return undefined;
  const status = keys(responses).find((key) => /^2(?:\d\d|XX)$/i.test(key)) ?? "default";
  const response = followed(responses, status, context);
  if (!response) return undefined;
  const legacy = followed(response, "schema", context);
  const content = member(response, "content");
  const type = content && (keys(content).find((key) => key.includes("json")) ?? keys(content)[0]);
  const media = content && type !== undefined ? followed(content, type, context) : undefined;
  return legacy ?? (media && followed(media, "schema", context));
}

function isList(
  schema: Node,
  noun: string,
  context: ModelContext,
  seen: Set<unknown>,
): boolean | undefined {
  if (seen.size >= MOST_SCHEMAS || seen.has(schema.value)) return undefined;
  seen.add(schema.value);
  const type = member(schema, "type")?.value;
  if (type === "array" || (Array.isArray(type) && type.includes("array"))) return true;
  const own = member(schema, "properties");
  const said = [
    ...(own ? [holdsItems(own, noun, context)] : []),
    ...parts(schema, context).map((part) => isList(part, noun, context, seen)),
  ];
  return said.includes(true) ? true : said.find((answer) => answer !== undefined);
}

function parts(schema: Node, context: ModelContext): Node[] {
  return ["allOf", "oneOf", "anyOf"].flatMap((keyword) => listed(schema, keyword, context));
}

function listed(schema: Node, keyword: string, context: ModelContext): Node[] {
  const list = member(schema, keyword);
  if (!list || !Array.isArray(list.value)) return [];
  return list.value.flatMap((_, index) => followed(list, index, context) ?? []);
}

function holdsItems(
  properties: Node,
  noun: string,
  context: ModelContext,
  isInner = false,
): boolean {
  return keys(properties)
    .slice(0, MOST_PROPERTIES)
    .some((name) => {
      const schema = followed(properties, name, context);
      if (!schema) return false;
      const mayHold = ITEMS.has(name.toLowerCase()) || isNamedSo(name, noun);
      if (holdsMany(schema, context))
        return mayHold || (isPlural(noun) && holdsObjects(schema, context));
      const inner = isInner ? undefined : member(schema, "properties");
      const mayWrap = mayHold || WRAPPERS.has(name.toLowerCase());
      return mayWrap && inner !== undefined && holdsItems(inner, noun, context, true);
    });
}

function holdsMany(schema: Node, context: ModelContext): boolean {
  const variants = ["oneOf", "anyOf"].flatMap((keyword) => listed(schema, keyword, context));
  return [schema, ...variants].some((one) => member(one, "type")?.value === "array");
}

function holdsObjects(schema: Node, context: ModelContext): boolean {
  const items = followed(schema, "items", context);
  return (
    items !== undefined &&
    ["properties", "allOf", "oneOf", "anyOf"].some((key) => member(items, key))
  );
}

// `organization_memberships` holds the `memberships`.
function isNamedSo(name: string, noun: string): boolean {
  const [last, own] = [words(name).at(-1), words(noun).at(-1)];
  return (
    sameNoun(name, noun) || (last !== undefined && own !== undefined && stem(last) === stem(own))
  );
}

function followed(node: Node, key: string | number, context: ModelContext): Node | undefined {
  const child = member(node, key);
  return child && context.document.follow(child);
}
