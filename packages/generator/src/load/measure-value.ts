import { ExactNumber } from "../exact-number.ts";

/** Deeper values would exhaust the stack of some later step. */
export const MAX_DEPTH = 512;

export interface Measure {
  /** Object members, all levels. */
  readonly members: number;
  /** Pointer of the first value that stands too deep. */
  readonly tooDeep?: string;
  /** True when there are more values than `maxValues`; the walk has ended there. */
  readonly tooMany?: boolean;
  /** Pointer of the first value that JSON does not have, such as a date or not-a-number. */
  readonly foreign?: string;
}

/** Walks a parsed value once and tells what later steps may rely on. */
export function measureValue(value: unknown, maxValues: number = Infinity): Measure {
  const walk = { members: 0, values: 0, maxValues, path: [] as string[] };
  const problem = visit(value, 1, walk);
  const pointer = toPointer(walk.path);
  switch (problem) {
    case undefined:
      return { members: walk.members };
    case "too-deep":
      return { members: walk.members, tooDeep: pointer };
    case "too-many":
      return { members: walk.members, tooMany: true };
    case "foreign":
      return { members: walk.members, foreign: pointer };
  }
}

type Problem = "too-deep" | "too-many" | "foreign";

interface Walk {
  members: number;
  values: number;
  readonly maxValues: number;
  /** Of the first problem; kept innermost first until it is printed. */
  readonly path: string[];
}

// The path is gathered on the way back only, so that the plain road through megabytes of values allocates nothing.
function visit(value: unknown, depth: number, walk: Walk): Problem | undefined {
  walk.values += 1;
  if (walk.values > walk.maxValues) return "too-many";
  if (typeof value !== "object" || value === null || value instanceof ExactNumber)
    return isJsonScalar(value) ? undefined : "foreign";
  if (depth > MAX_DEPTH) return "too-deep";
  return Array.isArray(value) ? visitItems(value, depth, walk) : visitMembers(value, depth, walk);
}

function visitItems(items: readonly unknown[], depth: number, walk: Walk): Problem | undefined {
  for (let index = 0; index < items.length; index += 1) {
    const problem = visit(items[index], depth + 1, walk);
    if (problem === undefined) continue;
    walk.path.push(String(index));
    return problem;
  }
  return undefined;
}

function visitMembers(value: object, depth: number, walk: Walk): Problem | undefined {
  if (Object.getPrototypeOf(value) !== Object.prototype) return "foreign";
  const members = Object.entries(value);
  walk.members += members.length;
  for (const [key, member] of members) {
    const problem = visit(member, depth + 1, walk);
    if (problem === undefined) continue;
    walk.path.push(key);
    return problem;
  }
  return undefined;
}

function isJsonScalar(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (value instanceof ExactNumber) return true;
  return typeof value === "string" || typeof value === "boolean" || value === null;
}

function toPointer(innermostFirst: readonly string[]): string {
  return innermostFirst
    .toReversed()
    .map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}
