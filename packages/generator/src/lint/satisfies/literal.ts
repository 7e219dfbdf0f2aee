import { roundNumber } from "../../exact-number.ts";
import type { Literal, LiteralSchema } from "../../model/api-model.ts";
import { expected } from "./issue.ts";
import type { Issue } from "./issue.ts";

const SHOWN = 8;

export function checkLiteral(value: unknown, schema: LiteralSchema, pointer: string): Issue[] {
  const { values, composites, open } = schema;
  // A list with objects or arrays in it is rare; of those it says nothing.
  if (composites && typeof value === "object") return [];
  if (values.some((literal) => roundNumber(literal) === value)) return [];
  if (open && values.some((literal) => typeof literal === typeof value)) return [];
  return expected(pointer, listed(values), value);
}

function listed(values: readonly Literal[]): string {
  if (values.length === 0) return "null";
  const some = values.slice(0, SHOWN).map((value) => JSON.stringify(value));
  const rest = values.length - some.length;
  return rest > 0 ? `${some.join(", ")} or one of ${rest} more` : some.join(" or ");
}
