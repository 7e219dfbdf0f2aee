import type { Pagination, PagedItems, PageStyle, Schema } from "../api-model.ts";
import type { ModelContext } from "../context.ts";
import { contentOf } from "../leaves.ts";
import { type Field, fieldsOf, isOf, plainName, propertiesOf } from "./fields.ts";
import { findItems } from "./find-items.ts";
import { type ListOperation, pageResponse } from "./list-operation.ts";
import * as names from "./names.ts";

/** What there is to guess from. */
interface Evidence {
  readonly inputs: readonly Input[];
  readonly fields: readonly Field[];
  readonly items: PagedItems;
  readonly hasLink: boolean;
  readonly context: ModelContext;
}

/** A value that a call may have, by query or body. */
interface Input {
  readonly key: string;
  readonly name: string;
  readonly schema: Schema;
  readonly default: string | undefined;
}

/** What is asked by POST for its body alone. */
const SEARCH = /(?:search|query|list|filter|find)$/i;

/**
 * How a list goes on, read from the names of parameters and properties. Nothing is guessed from one of them alone: a parameter
 * that takes a cursor needs a property that gives one.
 */
export function inferPagination(
  operation: ListOperation,
  context: ModelContext,
): Pagination | undefined {
  const { method, path } = operation;
  if (method !== "GET" && !(method === "POST" && SEARCH.test(path))) return undefined;
  const answer = pageResponse(operation);
  if (!answer) return undefined;
  const fields = fieldsOf(answer.schema, context);
  const items = findItems(path, answer.schema, fields, context);
  if (!items) return undefined;
  const hasLink = (answer.response.headers ?? []).some(({ name }) => plainName(name) === "link");
  const evidence = { inputs: inputsOf(operation, context), fields, items, hasLink, context };
  const style = styleOf(evidence, method === "GET");
  return style && { ...items, ...style };
}

function styleOf(evidence: Evidence, isGet: boolean): Found | undefined {
  return (
    afterItem(evidence) ??
    byToken(evidence) ??
    (isGet && evidence.hasLink && isPaged(evidence) ? { style: "link" } : undefined) ??
    byOffset(evidence) ??
    byNumber(evidence) ??
    (isGet ? byUrl(evidence) : undefined)
  );
}

type Found = PageStyle & { readonly more?: string };

function inputsOf(operation: ListOperation, context: ModelContext): Input[] {
  const { parameters, params } = operation;
  const elsewhere = new Set(parameters.filter((one) => one.in !== "query").map(({ key }) => key));
  const schema: Schema | undefined = params && {
    kind: "reference",
    schema: params.schema,
    nullable: false,
    docs: {},
  };
  return (schema ? propertiesOf(schema, context) : [])
    .filter(({ name }) => !elsewhere.has(name))
    .map((property) => ({
      key: property.name,
      name: plainName(property.name),
      schema: contentOf(property.schema, context.schemas),
      default: property.schema.docs.default,
    }));
}

function afterItem({ inputs, fields, items, context }: Evidence): Found | undefined {
  const after = inputs.find(({ name }) => names.AFTER.has(name));
  const more = moreOf(fields, context);
  const id = propertiesOf(items.item, context).find(({ name }) => name === "id");
  if (!after || more === undefined || !id) return undefined;
  const opposite = names.AFTER.get(after.name);
  const before = inputs.find(({ name }) => name === opposite);
  return {
    style: "cursor",
    parameter: after.key,
    cursor: { in: "last-item", at: "/id" },
    more,
    ...(before && { backward: before.key }),
  };
}

function byToken({ inputs, fields, context }: Evidence): Found | undefined {
  const token = inputs.find(
    ({ name, schema }) =>
      names.TOKENS.has(name) || (names.NUMBERS.has(name) && isOf(schema, ["string"], context)),
  );
  const next = fields.find((field) => {
    const { name, holders, schema } = field;
    if (isUrl(field) || !isOf(schema, ["string", "integer", "number"], context)) return false;
    const isInner = name === "next" && holders.length > 0;
    const isCursor = name === "after" && holders.at(-1) === "cursors";
    return names.NEXT_TOKENS.has(name) || isInner || isCursor;
  });
  if (!token || !next) return undefined;
  const more = moreOf(fields, context);
  return {
    style: "cursor",
    parameter: token.key,
    cursor: { in: "response", at: next.pointer },
    ...(more !== undefined && { more }),
  };
}

function byOffset({ inputs, fields, context }: Evidence): Found | undefined {
  const offset = inputs.find(
    ({ name, schema }) => names.OFFSETS.has(name) && isOf(schema, ["integer", "number"], context),
  );
  if (!offset || !isNamed(inputs, names.SIZES)) return undefined;
  const total = numberOf(fields, names.TOTALS, context);
  const more = moreOf(fields, context) ?? urlOf(fields)?.pointer;
  return {
    style: "offset",
    parameter: offset.key,
    first: firstOf(offset, 0),
    ...(total !== undefined && { total }),
    ...(more !== undefined && { more }),
  };
}

function byNumber({ inputs, fields, context }: Evidence): Found | undefined {
  const page = inputs.find(
    ({ name, schema }) => names.NUMBERS.has(name) && isOf(schema, ["integer", "number"], context),
  );
  const url = urlOf(fields)?.pointer;
  // Where numbers stand beside tokens, it is the tokens that lead on.
  if (!page || (url !== undefined && isNamed(inputs, names.TOKENS))) return undefined;
  const pages = numberOf(fields, names.PAGES, context);
  const more = moreOf(fields, context) ?? url;
  return {
    style: "page",
    parameter: page.key,
    first: firstOf(page, 1),
    ...(pages !== undefined && { pages }),
    ...(more !== undefined && { more }),
  };
}

function byUrl({ fields }: Evidence): Found | undefined {
  const url = urlOf(fields);
  return url && { style: "url", url: url.pointer };
}

/** Whether a call may ask for a certain page, or for its size. */
function isPaged({ inputs }: Evidence): boolean {
  const all = [names.SIZES, names.NUMBERS, names.OFFSETS, names.TOKENS, names.AFTER];
  return all.some((set) => isNamed(inputs, set));
}

function isNamed(
  inputs: readonly Input[],
  set: { readonly has: (name: string) => boolean },
): boolean {
  return inputs.some(({ name }) => set.has(name));
}

function moreOf(fields: readonly Field[], context: ModelContext): string | undefined {
  return fields.find(
    ({ name, schema }) => names.MORE.has(name) && isOf(schema, ["boolean"], context),
  )?.pointer;
}

function numberOf(
  fields: readonly Field[],
  set: ReadonlySet<string>,
  context: ModelContext,
): string | undefined {
  return fields.find(
    ({ name, schema }) => set.has(name) && isOf(schema, ["integer", "number"], context),
  )?.pointer;
}

function urlOf(fields: readonly Field[]): Field | undefined {
  return fields.find((field) => {
    const { name, holders, schema } = field;
    if (!mayBeText(schema)) return false;
    const isNext =
      name === "next" || name === "nextpage" || (name === "href" && holders.at(-1) === "next");
    const isLink = isUrl(field) || holders.some((holder) => holder.endsWith("links"));
    return names.NEXT_URLS.has(name) || (isNext && isLink);
  });
}

function mayBeText(schema: Schema): boolean {
  return schema.kind === "union" ? schema.variants.some(mayBeText) : schema.kind === "string";
}

/** Whether a field holds a URL, by its format, its name or what is said of it. */
function isUrl({ name, schema, docs }: Pick<Field, "name" | "schema" | "docs">): boolean {
  if (schema.kind === "union") {
    return schema.variants.some((variant) => isUrl({ name, schema: variant, docs }));
  }
  const isFormat = schema.kind === "string" && /^ur[il]/.test(schema.format ?? "");
  const isSaid = /\bur[il]s?\b/i.test(docs.description?.slice(0, 1_000) ?? "");
  return isFormat || isSaid || /ur[il]$|link$|href$/.test(name);
}

function firstOf({ default: text, schema }: Input, usual: number): number {
  const least =
    schema.kind === "integer" || schema.kind === "number" ? schema.minimum?.value : undefined;
  const said = Number(text ?? least ?? usual);
  return said === 0 || said === 1 ? said : usual;
}
