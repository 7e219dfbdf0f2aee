import { slowPattern } from "../../pattern/slow-pattern.ts";
import type { Imports } from "./imports.ts";
import { literal } from "./literals.ts";

/** What makes a pattern of the spec: the function to call, and its arguments as source text. */
export function patternCall(
  source: string,
  imports: Imports,
): { readonly callee: string; readonly args: readonly string[] } {
  const program = slowPattern(source)?.program;
  if (program) {
    const args = [literal(source), literal(program)];
    return { callee: imports.runtimeValue("linearPattern", "validate"), args };
  }
  const flags = compilesWithUnicode(source) ? ['"u"'] : [];
  return { callee: "new RegExp", args: [literal(source), ...flags] };
}

// JSON Schema asks for the flag `u`; some patterns compile only without it.
function compilesWithUnicode(source: string): boolean {
  try {
    return new RegExp(source, "u").unicode;
  } catch {
    return false;
  }
}
