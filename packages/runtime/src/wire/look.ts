import type { Wire, WireVariant } from "../contract.ts";
import { own } from "../plain/pointer.ts";

/** What a value may be called: a type of JSON, or a scalar that JSON has no type for. */
export type Kind = WireVariant["is"];

/** Tells what a value is, in the form that it has on the one side or on the other. */
export type Is = (value: unknown, kind: Kind) => boolean;

/** Wire of one place, with references followed and choices made. */
export type PlainWire = Extract<
  Wire,
  string | { readonly object: unknown } | { readonly items: unknown }
>;

/** References in a row; a schema that is made of itself has no end of them. */
const mostSteps = 100;

/** What is known of one value. */
export function plainWires(
  wire: Wire | null | undefined,
  value: unknown,
  is: Is,
): readonly PlainWire[] {
  if (typeof wire === "string") return [wire];
  const found: PlainWire[] = [];
  const open: (Wire | null | undefined)[] = [wire];
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

type Choice = Extract<Wire, { readonly any?: unknown }>;

function chosen(choice: Choice, value: unknown, is: Is): Wire | null | undefined {
  if ("by" in choice) {
    const tag = own(value, choice.by);
    if (typeof tag === "string" && Object.hasOwn(choice.wires, tag)) return choice.wires[tag];
  }
  return choice.any?.find((variant) => looksLike(value, variant, is))?.wire;
}

// One level only: to look deeper for each choice at each level would cost a power of the depth.
function looksLike(value: unknown, variant: WireVariant, is: Is): boolean {
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

/** What is known of the property, or the item, `key` of a value. */
export function partWire(known: readonly PlainWire[], key: string): Wire | null | undefined {
  const [only] = known;
  if (known.length === 1) return partOf(only, key);
  const parts = known.flatMap((one) => partOf(one, key) ?? []);
  return parts.length > 0 ? { all: parts } : undefined;
}

function partOf(known: PlainWire | undefined, key: string): Wire | null | undefined {
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

function isTelling(wire: Wire | null | undefined): wire is Wire {
  return wire !== undefined && wire !== null;
}
