import { camelCase } from "./casing.ts";
import { isAction } from "./verbs.ts";
import { words } from "./words.ts";

/** What the path of an operation says. */
export interface PathWords {
  /** The things it leads through, in order: `/orgs/{org}/members/{user}` → `orgs`, `members`. */
  readonly nouns: readonly string[];
  /** What is done, where the path says that: `/users/{id}/archive`, `/things:batchGet`. */
  readonly action?: string;
  /** Whether it ends in a parameter, and so leads to one of many. */
  readonly isItem: boolean;
  /** Names of the parameters, in order. */
  readonly parameters: readonly string[];
  /** Every word of its fixed segments, the address included. */
  readonly said: readonly string[];
}

/** Words and numbers that are the address of an API, not a part of it. */
const ADDRESS = /^(?:v\d+[\w.-]*|\d{4}-\d\d-\d\d|\d+(?:\.\d+)*|_?api|rest)$/i;

/** A version may stand further inside as well: `/repos/v2/list`. */
const VERSION = /^v\d+(?:\.\d+)*(?:(?:alpha|beta|rc)\d*)?$/i;

/** Endings that say how the answer is written. */
const FORMAT = /\.(?:json|xml|ya?ml|csv|html?|php|aspx?|do)$/i;

interface Segment {
  readonly fixed: string;
  readonly parameters: readonly string[];
}

/** Reads a path of OpenAPI 3.1, section 4.8.8 (Paths Object). */
export function readPath(path: string): PathWords {
  const all = path.split("/").filter(Boolean).map(readSegment);
  const segments = withoutAddress(all);
  const { action, nouns } = actionOf(segments.map(({ fixed }) => fixed));
  return {
    nouns: nouns.map(camelCase).filter(Boolean),
    ...(action !== undefined && { action: camelCase(action) }),
    isItem: action === undefined && (segments.at(-1)?.parameters.length ?? 0) > 0,
    parameters: all.flatMap(({ parameters }) => parameters),
    said: all.flatMap(({ fixed }) => words(fixed)),
  };
}

// `Users({id})` and `{file}.json` hold both; `things:batchGet` and `chat.postMessage` hold a thing and what is done.
function readSegment(segment: string): Segment {
  const parameters = [...segment.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
  const fixed = segment.replace(/\{[^{}]*\}/g, " ").replace(FORMAT, "");
  return { fixed: fixed.trim(), parameters };
}

function withoutAddress(segments: readonly Segment[]): Segment[] {
  const start = segments.findIndex(
    ({ fixed, parameters }) => parameters.length > 0 || !ADDRESS.test(fixed),
  );
  return segments.slice(start === -1 ? segments.length : start).flatMap((segment) => {
    const isVersion = segment.parameters.length === 0 && VERSION.test(segment.fixed);
    return isVersion ? [] : [segment];
  });
}

// The last fixed segment may say what is done, if another says to what.
function actionOf(segments: readonly string[]): { action?: string; nouns: string[] } {
  const fixed = segments.filter((text) => words(text).length > 0);
  const last = fixed.at(-1) ?? "";
  const custom = /^(.*):([^:]+)$/.exec(last);
  if (custom?.[2] !== undefined) {
    return { action: custom[2], nouns: [...fixed.slice(0, -1), custom[1] ?? ""] };
  }
  const called = /^(.+)\.([^.]+)$/.exec(last);
  if (called?.[2] !== undefined && isAction(words(called[2]))) {
    return { action: called[2], nouns: [...fixed.slice(0, -1), ...(called[1] ?? "").split(".")] };
  }
  const isLast = segments.at(-1) === last;
  if (fixed.length > 1 && isLast && isAction(words(last))) {
    return { action: last, nouns: fixed.slice(0, -1) };
  }
  return { nouns: fixed };
}
