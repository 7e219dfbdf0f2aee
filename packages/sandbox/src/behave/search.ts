import { HttpError } from "@specwright/runtime/server";
import { type JsonObject, member } from "../json.ts";

/** One condition of a search: `status:"open"`, `-created<1`, `metadata["key"]:"value"`. */
const TERM =
  /^\s*(-?)([a-z_][\w.]*)(?:\["([^"]*)"\])?\s*(:|~|<=|>=|<|>)\s*("(?:[^"\\]|\\.)*"|'[^']*'|[\w.+-]+)/i;
const JOINT = /^\s+(and|or)\s+/i;

/** More conditions than anybody writes. */
const MOST_TERMS = 50;

/**
 * Makes the test of a search: conditions joined by `AND`, or all of them by `OR`.
 *
 * @throws {HttpError} 400 for a text that is no such search.
 */
export function searchFor(query: string, param: string): (value: JsonObject) => boolean {
  const terms: ((value: JsonObject) => boolean)[] = [];
  const joints = new Set<string>();
  let rest = query.trim();
  while (rest !== "") {
    const term = TERM.exec(rest);
    if (!term || terms.length === MOST_TERMS) throw refusal(param);
    const [whole, minus, field = "", key, operator = ":", raw = ""] = term;
    const test = termOf(field, key, operator, textOf(raw));
    terms.push(minus === "-" ? (value) => !test(value) : test);
    rest = rest.slice(whole.length);
    const joint = JOINT.exec(rest);
    if (!joint) {
      if (rest.trim() !== "") throw refusal(param);
      break;
    }
    joints.add((joint[1] ?? "").toLowerCase());
    rest = rest.slice(joint[0].length);
    if (rest === "") throw refusal(param);
  }
  if (joints.size > 1) throw refusal(param);
  return joints.has("or")
    ? (value) => terms.some((test) => test(value))
    : (value) => terms.every((test) => test(value));
}

function refusal(param: string): HttpError {
  const message =
    'A search is conditions such as status:"open" or created>1700000000, all joined by AND or all by OR.';
  return new HttpError(400, { message, param });
}

function textOf(raw: string): string {
  return /^["']/.test(raw) ? raw.slice(1, -1).replaceAll(/\\(.)/g, "$1") : raw;
}

function termOf(
  field: string,
  key: string | undefined,
  operator: string,
  wanted: string,
): (value: JsonObject) => boolean {
  const read = (value: JsonObject): unknown => {
    const held = field.split(".").reduce<unknown>((at, name) => member(at, name), value);
    return key === undefined ? held : member(held, key);
  };
  switch (operator) {
    case ":":
      return (value) =>
        wanted === "null"
          ? read(value) == null
          : String(read(value) ?? "").toLowerCase() === wanted.toLowerCase();
    case "~":
      return (value) =>
        String(read(value) ?? "")
          .toLowerCase()
          .includes(wanted.toLowerCase());
    case "<":
      return (value) => Number(read(value)) < Number(wanted);
    case "<=":
      return (value) => Number(read(value)) <= Number(wanted);
    case ">":
      return (value) => Number(read(value)) > Number(wanted);
    default:
      return (value) => Number(read(value)) >= Number(wanted);
  }
}
