import {
  conflictingParameters,
  SECOND_WHOLE,
  SHARED_WHOLE,
} from "../diagnostics/catalog/structure.ts";
import { child } from "../resolve/child.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { StructureContext } from "./object-rule.ts";

/** OpenAPI 3.2, section 4.12.1: `querystring` is the whole query, so it stands once and beside no `query`. */
export function checkQueryStrings(holder: Node, { document, report }: StructureContext): void {
  const list = child(holder, "parameters");
  if (!list || !Array.isArray(list.value)) return;
  const placed = list.value.flatMap((_, index) => {
    const reference = child(list, index);
    const parameter = reference && document.follow(reference);
    return reference && parameter ? [{ at: reference.at, in: child(parameter, "in")?.value }] : [];
  });
  const whole = placed.filter((parameter) => parameter.in === "querystring");
  const [first, second] = whole;
  if (second) {
    report(conflictingParameters(second.at, SECOND_WHOLE));
  }
  if (first && placed.some((parameter) => parameter.in === "query")) {
    report(conflictingParameters(first.at, SHARED_WHOLE));
  }
}
