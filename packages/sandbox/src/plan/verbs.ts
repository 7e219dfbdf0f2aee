import type { ObjectSchema, Schema } from "@specwright/generator/reading";
import type { Schemas } from "../schema/schemas.ts";
import { plainLiteral } from "../schema/scalars.ts";
import type { Move } from "./api-plan.ts";
import { objectOf } from "./answers.ts";
import { plainName } from "./paths.ts";

/** What a verb makes of an object, beside the participles that follow from its own letters; the likeliest first. */
const RESULTS: Readonly<Record<string, readonly string[]>> = {
  abort: ["cancelled", "canceled"],
  activate: ["active"],
  reactivate: ["active"],
  arm: ["armed"],
  unarchive: ["active", "inactive"],
  deactivate: ["inactive", "disabled"],
  capture: ["succeeded"],
  clear: ["cleared"],
  close: ["lost"],
  complete: ["completed", "done", "success"],
  confirm: ["succeeded", "processing"],
  deliver: ["delivered"],
  detach: ["unattached"],
  end: ["ended", "finished", "completed"],
  fail: ["failure"],
  finalize: ["open"],
  finish: ["finished", "completed"],
  lock: ["locked"],
  markdelivered: ["delivered"],
  markuncollectible: ["uncollectible"],
  pay: ["paid"],
  post: ["posted"],
  presentpaymentmethod: ["in_progress"],
  publish: ["published", "live"],
  reopen: ["open"],
  reset: ["new"],
  resume: ["active", "running", "in_progress"],
  return: ["returned"],
  run: ["running"],
  send: ["sent", "open"],
  ship: ["shipped"],
  start: ["started", "running", "in_progress", "active"],
  stop: ["stopped"],
  submit: ["under_review", "submitted"],
  suspend: ["suspended"],
  unlock: ["unlocked"],
  verify: ["verified"],
  void: ["void", "voided"],
};

export const STATES: readonly string[] = ["status", "state"];

/**
 * What an action changes: the state that its name stands for, flags and times of that name.
 *
 * @param shown The answer that the document shows; the state in it wins over one that is guessed.
 */
export function movesOf(
  verb: string,
  entity: Schema,
  shown: unknown,
  schemas: Schemas,
): readonly Move[] {
  const object = objectOf(entity, schemas);
  if (!object) return [];
  const words = participles(verb);
  const state = stateMove(object, words, shown, schemas);
  const reached = typeof state?.value === "string" ? [...words, plainName(state.value)] : words;
  return [
    ...(state ? [state] : reasonMoves(object, words, schemas)),
    ...flagMoves(object, words, schemas),
    ...timeMoves(object, reached, schemas),
  ];
}

/** `"cancel"` → `canceled`, `cancelled`, …; `"markUncollectible"` → `uncollectible`, …: plain names. */
export function participles(verb: string): readonly string[] {
  const plain = plainName(verb);
  const [, marked] = /^(?:mark|set|make)(?:as)?(.+)$/.exec(plain) ?? [];
  const stem = plain.replace(/e$/, "");
  const own = [
    `${stem}ed`,
    `${plain}${plain.at(-1) ?? ""}ed`,
    `${plain.replace(/y$/, "i")}ed`,
    plain,
  ];
  const listed = Object.hasOwn(RESULTS, plain) ? (RESULTS[plain] ?? []) : [];
  return [
    ...new Set([
      ...own.slice(0, 3),
      ...listed.map(plainName),
      ...(marked === undefined ? [] : [marked]),
      plain,
    ]),
  ];
}

function stateMove(
  { properties }: ObjectSchema,
  words: readonly string[],
  shown: unknown,
  schemas: Schemas,
): Move | undefined {
  for (const name of STATES) {
    const property = properties.find((one) => one.name === name);
    const content = property && schemas.content(property.schema);
    if (content?.kind !== "literal") continue;
    const values = content.values.map(plainLiteral).filter((value) => typeof value === "string");
    const byName = words.flatMap((word) => values.find((value) => plainName(value) === word) ?? []);
    const [first] = byName;
    if (first !== undefined) return { path: [name], value: first };
    const example = Object(shown)[name];
    if (typeof example === "string" && values.includes(example))
      return { path: [name], value: example };
  }
  return undefined;
}

/** Where there is no state: another property that has a value of that name, `closed_reason: "approved"`. */
function reasonMoves(
  { properties }: ObjectSchema,
  words: readonly string[],
  schemas: Schemas,
): Move[] {
  return properties.flatMap(({ name, schema }) => {
    const content = schemas.content(schema);
    if (content?.kind !== "literal" || content.values.length < 2) return [];
    const values = content.values.map(plainLiteral).filter((value) => typeof value === "string");
    const value = values.find((one) => words.includes(plainName(one)));
    return value === undefined ? [] : [{ path: [name], value }];
  });
}

const OPPOSITES: Readonly<Record<string, string>> = {
  unarchive: "archived",
  reopen: "closed",
  unlock: "locked",
  disable: "enabled",
  deactivate: "active",
  archive: "active",
  unpublish: "published",
  close: "open",
  approve: "open",
  unstar: "starred",
  unpause: "paused",
  resume: "paused",
};

function flagMoves(
  { properties }: ObjectSchema,
  words: readonly string[],
  schemas: Schemas,
): Move[] {
  const verb = words.at(-1) ?? "";
  const cleared = Object.hasOwn(OPPOSITES, verb) ? OPPOSITES[verb] : undefined;
  return properties.flatMap(({ name, schema }): Move[] => {
    if (schemas.content(schema)?.kind !== "boolean") return [];
    const plain = plainName(name).replace(/^is/, "");
    if (plain === cleared) return [{ path: [name], value: false }];
    return words.slice(0, -1).includes(plain) ? [{ path: [name], value: true }] : [];
  });
}

/** `canceled_at`, and the same one level below: `status_transitions.canceled_at`. */
function timeMoves(
  { properties }: ObjectSchema,
  words: readonly string[],
  schemas: Schemas,
  above: readonly [] | readonly [string] = [],
): Move[] {
  return properties.flatMap(({ name, schema }): Move[] => {
    const isTime = words.some(
      (word) =>
        plainName(name) === `${word}at` ||
        plainName(name) === `${word}on` ||
        plainName(name) === `${word}sat`,
    );
    const [first] = above;
    if (isTime)
      return [{ path: first === undefined ? [name] : [first, name], value: { time: true } }];
    if (above.length > 0 || !/transitions?$|timestamps?$|details$/.test(name)) return [];
    const inner = objectOf(schema, schemas);
    return inner ? timeMoves(inner, words, schemas, [name]) : [];
  });
}
