import type { Hint, Reach } from "./store.ts";

/** A query, and values for its `?` between place and size. */
export interface Query {
  readonly query: string;
  readonly values: readonly string[];
}

/**
 * Objects of one collection in the order of their sequence. Its index gives that order from any place on, so only rows that
 * are looked at are read; what can be told of hints and parents, SQLite leaves out before.
 */
export function listQuery(
  beyond: "<" | ">",
  order: "ASC" | "DESC",
  { hints = [], under = [] }: Reach,
): Query {
  const told = hints.filter(({ key }) => PLAIN_KEY.test(key));
  const conditions = [...told.map(hintCondition), ...under.map(parentCondition)];
  const all = [
    "collection = ? AND deleted = 0",
    `sequence ${beyond} ?`,
    ...conditions.map(({ query }) => query),
  ];
  return {
    query: `SELECT * FROM objects WHERE ${all.join(" AND ")} ORDER BY sequence ${order} LIMIT ? OFFSET ?`,
    values: conditions.flatMap(({ values }) => values),
  };
}

/** Keys that a path of SQLite can name. */
const PLAIN_KEY = /^[\w $:.-]+$/;

/** Only texts and whole numbers are compared: of all else, SQLite and JavaScript have different texts. */
function hintCondition({ key, text }: Hint): Query {
  const path = `$.${JSON.stringify(key)}`;
  return {
    query: `(COALESCE(json_type(value, ?), '') NOT IN ('text', 'integer', 'null') OR CAST(value ->> ? AS TEXT) = ?)`,
    values: [path, path, text],
  };
}

/** An object under a parent has its id on its way, or somewhere in it. */
function parentCondition(parent: string): Query {
  const written = JSON.stringify(parent).slice(1, -1);
  return {
    query: "(parents = 'null' OR instr(parents, ?) > 0 OR instr(value, ?) > 0)",
    values: [written, written],
  };
}
