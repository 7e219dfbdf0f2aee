import type { Scalars, ScalarsVariant } from "../contract.ts";
import { own } from "../client/pointer.ts";

/** What a value may be called: a type of JSON, or a scalar that JSON has no type for. */
export type Kind = ScalarsVariant["is"];

/** Tells what a value is, in the form that it has on the one side or on the other. */
export type Is = (value: unknown, kind: Kind) => boolean;

/** Scalars of one place, with references followed and choices made. */
export type PlainScalars = Extract<
  Scalars,
  string | { readonly object: unknown } | { readonly items: unknown }
>;

/** References in a row; a schema that is made of itself has no end of them. */
const mostSteps = 100;

/** What is known of the scalars in one value. */
export function plainScalars(
  scalars: Scalars | null | undefined,
  value: unknown,
  is: Is,
): readonly PlainScalars[] {
  if (typeof scalars === "string") return [scalars];
  const found: PlainScalars[] = [];
  const open: (Scalars | null | undefined)[] = [scalars];
  for (let steps = 0; open.length > 0 && steps < mostSteps; steps += 1) {
    const next = open.pop();
    if (next === undefined || next === null) continue;
    if (typeof next === "function") open.push(next());
    else if (typeof next === "string" || "object" in next || "items" in next) found.push(next);
    else if ("all" in next) open.push(...next.all);
    else open.push(chosen(next, value, is));
  }
  return found;
}

type Choice = Extract<Scalars, { readonly any?: unknown }>;

function chosen(choice: Choice, value: unknown, is: Is): Scalars | null | undefined {
  if ("by" in choice) {
    const tag = own(value, choice.by);
    if (typeof tag === "string" && Object.hasOwn(choice.values, tag)) return choice.values[tag];
  }
  return choice.any?.find((variant) => looksLike(value, variant, is))?.scalars;
}

// One level only: to look deeper for each choice at each level would cost a power of the depth.
function looksLike(value: unknown, variant: ScalarsVariant, is: Is): boolean {
  const { has = [], equals = {}, members = {} } = variant;
  return (
    is(value, variant.is) &&
    has.every((key) => own(value, key) !== undefined) &&
    Object.entries(equals).every(([key, values]) => {
      const member = own(value, key);
      return member === undefined || values.some((known) => known === member);
    }) &&
    Object.entries(members).every(([key, kind]) => {
      const member = own(value, key);
      return member === undefined || member === null || is(member, kind);
    })
  );
}

/** What is known of the scalars in the property, or the item, `key` of a value. */
export function partScalars(
  known: readonly PlainScalars[],
  key: string,
): Scalars | null | undefined {
  const [only] = known;
  if (known.length === 1) return partOf(only, key);
  const parts = known.flatMap((one) => partOf(one, key) ?? []);
  return parts.length > 0 ? { all: parts } : undefined;
}

function partOf(known: PlainScalars | undefined, key: string): Scalars | null | undefined {
  if (known === undefined || typeof known === "string") return undefined;
  if ("items" in known) {
    const first = known.first?.[Number(key)];
    return first === undefined ? known.items : first;
  }
  const { object, patterns = [], rest } = known;
  const described = Object.hasOwn(object, key) ? object[key] : undefined;
  const matching = patterns.filter(([pattern]) => pattern.test(key));
  if (matching.length === 0) return described === undefined ? rest : described;
  return { all: [described, ...matching.map(([, one]) => one)].filter(isTelling) };
}

function isTelling(scalars: Scalars | null | undefined): scalars is Scalars {
  return scalars !== undefined && scalars !== null;
}
