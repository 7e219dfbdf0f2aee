import { roundNumber } from "../exact-number.ts";
import { emptyBounds } from "../diagnostics/catalog/model.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { ModelContext } from "./context.ts";
import { member, placeOf } from "./read.ts";

/** Reports a lower limit that lies above its upper limit, for keywords that count: `minLength` and `maxLength`. */
export function checkLimits(node: Node, low: string, high: string, context: ModelContext): void {
  check(node, low, high, false, context);
}

/** The same for numbers, where an exclusive bound takes its own value away. JSON Schema 2020-12 (Validation), 6.2. */
export function checkRange(node: Node, context: ModelContext): void {
  // OpenAPI 3.0 says by `true` beside `minimum` that this one is exclusive.
  const isOpen = ["exclusiveMinimum", "exclusiveMaximum"].some(
    (keyword) => member(node, keyword)?.value === true,
  );
  check(node, "minimum", "maximum", isOpen, context);
  check(node, "exclusiveMinimum", "maximum", true, context);
  check(node, "minimum", "exclusiveMaximum", true, context);
  check(node, "exclusiveMinimum", "exclusiveMaximum", true, context);
}

function check(
  node: Node,
  low: string,
  high: string,
  isOpen: boolean,
  context: ModelContext,
): void {
  const least = roundNumber(member(node, low)?.value);
  const most = roundNumber(member(node, high)?.value);
  if (typeof least !== "number" || typeof most !== "number") return;
  if (isOpen ? least < most : least <= most) return;
  context.report(emptyBounds(placeOf(node, high), `${low}: ${least}`, `${high}: ${most}`));
}
