import { closedPart } from "../../diagnostics/catalog/lint.ts";
import { child } from "../../resolve/child.ts";
import type { Node, SpecDocument } from "../../resolve/spec-document.ts";
import type { Rule } from "../rule.ts";
import { membersOf } from "../visits.ts";
import { keyOf } from "../walk.ts";

/**
 * Where schemas are put together by `allOf`, none of them forbids the properties of the others.
 *
 * Why: `additionalProperties: false` sees the properties beside it alone, not those of other parts (JSON Schema 2020-12
 * Core, section 10.3.2.3). What another part describes is then forbidden, and where it is required no value is valid.
 */
export const closedPartRule: Rule = {
  code: "closed-part",
  kinds: ["schema"],
  visit({ node }, { document, report }) {
    const parts = membersOf(node, "allOf").map(([, part]) => part);
    if (parts.length === 0) return;
    const all = [node, ...parts];
    for (const part of all) {
      const target = part === node ? node : document.follow(part);
      if (!target || !isClosed(target)) continue;
      const own = new Set(membersOf(target, "properties").map(([name]) => name));
      const others = all.filter((other) => other !== part);
      const names = others.flatMap((other) => namesIn(other, node, document));
      const forbidden = [...new Set(names)].filter((name) => !own.has(name));
      const at = part === node ? child(node, "additionalProperties")?.at : part.at;
      if (forbidden.length > 0 && at) report(closedPart(at, forbidden));
    }
  },
};

// Patterns of a stranger never run here, so that with any of them nothing is said.
function isClosed(schema: Node): boolean {
  return (
    child(schema, "additionalProperties")?.value === false && !child(schema, "patternProperties")
  );
}

/** Names of the properties that a part describes, with those of its own parts. */
function namesIn(part: Node, whole: Node, document: SpecDocument): readonly string[] {
  const own = (schema: Node): string[] => membersOf(schema, "properties").map(([name]) => name);
  if (part === whole) return own(whole);
  const names: string[] = [];
  const seen = new Set<string>([keyOf(whole.at)]);
  const waiting = [part];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const target = document.follow(next);
    if (!target || seen.has(keyOf(target.at))) continue;
    seen.add(keyOf(target.at));
    names.push(...own(target));
    waiting.push(...membersOf(target, "allOf").map(([, below]) => below));
  }
  return names;
}
