import type { Operation, Parameter, Schema } from "@specwright/generator/reading";
import { pointerKeys } from "../json.ts";
import type { Schemas } from "../schema/schemas.ts";
import { type Answer, objectOf } from "./answers.ts";
import type { KeyPath, ListPlan } from "./api-plan.ts";
import { plainName } from "./paths.ts";

const LIMITS = [
  "limit",
  "pagesize",
  "perpage",
  "maxresults",
  "first",
  "count",
  "size",
  "take",
  "pagelimit",
  "top",
];
const AFTER = ["startingafter", "after", "afterid", "sinceid"];
const BEFORE = ["endingbefore", "before", "beforeid"];
const PAGES = ["page", "pagenumber"];
const OFFSETS = ["offset", "skip", "start", "startindex"];
const TOKENS = [
  "cursor",
  "pagetoken",
  "nexttoken",
  "nextpagetoken",
  "continuationtoken",
  "startkey",
  "nextcursor",
];
const NEXT = ["nextpage", "nextcursor", "nextpagetoken", "nexttoken", "cursor", "endcursor"];
const MORE = ["hasmore", "hasnext", "more", "hasnextpage"];

/** How a list is filtered and cut into pages. */
export function listPlan(
  operation: Operation,
  answer: Answer,
  idProperty: string,
  schemas: Schemas,
): ListPlan {
  const query = operation.parameters.filter((parameter) => parameter.in === "query");
  const named = (names: readonly string[]): Parameter | undefined =>
    query.find(({ name }) => names.includes(plainName(name)));
  const pagination = operation.pagination;
  const paged = pagination?.style === "cursor" ? pagination : undefined;
  const body = answer.schema && objectOf(answer.schema, schemas);
  const inBody = (names: readonly string[]): KeyPath | undefined => {
    const found = body?.properties.find(({ name }) => names.includes(plainName(name)));
    return found && [found.name];
  };
  const limit = named(LIMITS);
  const page = named(PAGES);
  const isToken = page !== undefined && isText(page.schema, schemas);
  const cursorKey = paged?.cursor.in === "response" ? paged.parameter : undefined;
  const afterKey = paged?.cursor.in === "last-item" ? paged.parameter : named(AFTER)?.key;
  const token = cursorKey ?? (isToken ? page.key : named(TOKENS)?.key);
  const before = paged?.backward ?? named(BEFORE)?.key;
  const offset = named(OFFSETS);
  const search = query.find(({ name }) => name === "query" || name === "q");
  const next = paged?.cursor.in === "response" ? keyPath(paged.cursor.at) : inBody(NEXT);
  const more = paged?.more === undefined ? inBody(MORE) : keyPath(paged.more);
  const address =
    pagination?.style === "link"
      ? "link"
      : pagination?.style === "url"
        ? keyPath(pagination.url)
        : undefined;
  const plan = {
    items: answer.items ?? [],
    item: answer.entity ?? { kind: "unknown", nullable: false, docs: {} },
    ...(limit && { limit: limit.key }),
    ...(afterKey !== undefined && { after: afterKey }),
    ...(before !== undefined && { before }),
    ...(page && !isToken && { page: page.key }),
    ...(offset && { offset: offset.key }),
    ...(token !== undefined && { token }),
    first: {
      page: pagination?.style === "page" ? pagination.first : 1,
      offset: pagination?.style === "offset" ? pagination.first : 0,
    },
    ...(address !== undefined && { address }),
    ...(search && { query: search.key }),
    size: sizeOf(limit),
    ...(more && { more }),
    ...(next && { next }),
    cursor:
      paged?.cursor.in === "last-item"
        ? (pointerKeys(paged.cursor.at)[0] ?? idProperty)
        : idProperty,
  } satisfies Omit<ListPlan, "filters">;
  const used: readonly unknown[] = [
    plan.limit,
    plan.after,
    plan.before,
    plan.page,
    plan.offset,
    plan.token,
    plan.query,
    "expand",
  ];
  const filters = query.map(({ key }) => key).filter((key) => !used.includes(key));
  return { ...plan, filters };
}

function keyPath(pointer: string): KeyPath | undefined {
  const [first, ...rest] = pointerKeys(pointer);
  return first === undefined ? undefined : [first, ...rest];
}

function isText(schema: Schema, schemas: Schemas): boolean {
  return schemas.content(schema)?.kind === "string";
}

function sizeOf(limit: Parameter | undefined): number {
  const size = Number(limit?.schema.docs.default ?? limit?.docs.default ?? 10);
  return Number.isInteger(size) && size > 0 ? size : 10;
}
