import { circularRef, invalidRef, unresolvedRef } from "../diagnostics/catalog/resolve.ts";
import type { Diagnostic, Place, Report } from "../diagnostics/diagnostic.ts";
import { InternalError } from "../diagnostics/internal-error.ts";
import type { SpecFiles } from "../load/spec-files.ts";
import { below } from "./child.ts";
import { createFindTarget, rootOf } from "./find-target.ts";
import { refOf } from "./ref-of.ts";
import type { Node, SpecDocument } from "./spec-document.ts";

/** Nobody writes longer chains of references that lead to references; this one is a circle. */
const MAX_STEPS = 100;

/** Makes the document in which references are followed on request. Copies nothing. */
export function createSpecDocument(files: SpecFiles, report: Report): SpecDocument {
  const root = rootOf(files, files.entry);
  if (!root) throw new InternalError("the entry is not among its files", { entry: files.entry });
  const findTarget = createFindTarget(files);
  const reportOnce = oncePerPlace(report);

  const step = (node: Node): Node | undefined => {
    const ref = refOf(node);
    if (ref === undefined) return node;
    const at = below(node.at, "$ref");
    if (typeof ref !== "string") return reportOnce(at, invalidRef(at, "it is not a string"));
    const target = findTarget(node.at.file, ref);
    switch (target.kind) {
      case "found":
        return target.node;
      case "missing":
        return reportOnce(at, unresolvedRef(at, ref, target.guess));
      case "invalid":
        return reportOnce(at, invalidRef(at, target.reason));
      case "refused":
        return undefined;
    }
  };

  const follow = (node: Node): Node | undefined => {
    let current: Node | undefined = node;
    for (let steps = 0; current && refOf(current) !== undefined; steps += 1) {
      if (steps === MAX_STEPS) {
        const at = below(node.at, "$ref");
        return reportOnce(at, circularRef(at, String(refOf(node))));
      }
      current = step(current);
    }
    return current;
  };

  return { root, step, follow };
}

function oncePerPlace(report: Report): (at: Place, diagnostic: Diagnostic) => undefined {
  const reported = new Set<string>();
  return ({ file, pointer }, diagnostic) => {
    const key = `${file}#${pointer}`;
    if (!reported.has(key)) report(diagnostic);
    reported.add(key);
  };
}
