import { bundleTooLarge } from "../diagnostics/catalog/bundle.ts";
import { tooDeep } from "../diagnostics/catalog/load.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { MAX_DEPTH } from "../load/measure-value.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Position } from "./position.ts";

/** Some eight times what the largest public description known to us holds. */
export const MAX_COPIED = 5_000_000;

/** Tells whether one more value may be copied. What is refused has been reported, once. */
export type Admit = (node: Node, position: Position) => boolean;

/**
 * Bounds a bundle. A few files that put each other in place twice unfold without end in sight, and a chain of them goes
 * deeper than anything reads again.
 *
 * @param entry Values of this file are copied once and not counted.
 */
export function createAdmit(entry: string, report: Report): Admit {
  let copied = 0;
  let isRefused = false;
  return (node, { depth }) => {
    if (isRefused) return false;
    if (node.at.file !== entry) copied += 1;
    if (copied > MAX_COPIED) {
      isRefused = true;
      report(bundleTooLarge(node.at, MAX_COPIED));
    } else if (depth > MAX_DEPTH && typeof node.value === "object") {
      isRefused = true;
      report(tooDeep(node.at, MAX_DEPTH));
    }
    return !isRefused;
  };
}
