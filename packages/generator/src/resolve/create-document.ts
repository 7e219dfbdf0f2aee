import { circularRef, invalidRef, unresolvedRef } from "../diagnostics/catalog/resolve.ts";
import type { Diagnostic, Place, Report } from "../diagnostics/diagnostic.ts";
import { InternalError } from "../diagnostics/internal-error.ts";
import type { SpecFiles } from "../load/spec-files.ts";
import { below, child } from "./child.ts";
import { createFindTarget, resourceOf, rootOf } from "./find-target.ts";
import { refOf } from "./ref-of.ts";
import type { Node, Scope, SpecDocument } from "./spec-document.ts";

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
    return ref === undefined ? node : find(ref, below(node.at, "$ref"), node);
  };

  const find = (ref: unknown, at: Place, node: Node): Node | undefined => {
    if (typeof ref !== "string") return reportOnce(at, invalidRef(at, "it is not a string"));
    const target = findTarget(node.at, ref);
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

  const findQuietly = (node: Node): Node | undefined => {
    const ref = refOf(node);
    const target = typeof ref === "string" ? findTarget(node.at, ref) : undefined;
    return target?.kind === "found" ? target.node : undefined;
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

  const dynamicStep = (node: Node, scope: Scope): Node | undefined => {
    const ref = child(node, "$dynamicRef")?.value;
    const initial = find(ref, below(node.at, "$dynamicRef"), node);
    const name = typeof ref === "string" ? ref.slice(ref.indexOf("#") + 1) : "";
    const isDynamic = initial && resourceOf(files, initial.at)?.dynamic.has(name);
    if (!isDynamic || child(initial, "$dynamicAnchor")?.value !== name) return initial;
    const outermost = scope.find(({ anchors }) => anchors.has(name));
    const target = outermost && findTarget(outermost, `#${name}`);
    return target?.kind === "found" ? target.node : initial;
  };

  const scopeOf = ({ at }: Node): Scope => {
    const resource = resourceOf(files, at);
    return resource && resource.dynamic.size > 0
      ? [{ file: at.file, pointer: resource.pointer, anchors: resource.dynamic }]
      : [];
  };

  const hasBareRefs = ({ at }: Node): boolean => resourceOf(files, at)?.bareRefs ?? false;

  return { root, step, follow, find: findQuietly, dynamicStep, scopeOf, hasBareRefs };
}

function oncePerPlace(report: Report): (at: Place, diagnostic: Diagnostic) => undefined {
  const reported = new Set<string>();
  return ({ file, pointer }, diagnostic) => {
    const key = `${file}#${pointer}`;
    if (!reported.has(key)) report(diagnostic);
    reported.add(key);
  };
}
