import { indentation } from "../shared/layout.ts";
import { ifText, type Condition } from "./condition.ts";

/** Ways out of a guard. */
export const REFUSE = "return false;";
export const ACCEPT = "return true;";

/** `if (wrong) return false;`, after `absent`: the values that may stand for none. */
export function refuse(
  condition: Condition,
  depth: number,
  absent: readonly string[] = [],
): string[] {
  const { operator, terms } = condition;
  if (terms.length === 0)
    return absent.length > 0 && operator === "&&"
      ? [ifText({ operator, terms: absent }, REFUSE, depth)]
      : [];
  if (absent.length === 0) return [ifText(condition, REFUSE, depth)];
  if (operator === "&&" || terms.length === 1) {
    return [ifText({ operator: "&&", terms: [...absent, ...terms] }, REFUSE, depth)];
  }
  const inner = indentation(depth + 1) + ifText(condition, REFUSE, depth + 1);
  return [`if (${absent.join(" && ")}) {\n${inner}\n${indentation(depth)}}`];
}
