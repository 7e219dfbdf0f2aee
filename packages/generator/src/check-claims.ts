import { posix } from "node:path";
import { wrongUnit } from "./diagnostics/catalog/extension.ts";
import { DiagnosedError } from "./diagnostics/diagnosed-error.ts";
import { isBelow } from "./output/output-tree.ts";
import type { OutputLayout } from "./plan/layout.ts";
import type { PlacedUnit } from "./plan/plan-units.ts";

/**
 * Sees to it that a target of an extension prints no file that something else prints too.
 *
 * @throws {DiagnosedError} for the first such file.
 */
export function checkClaims(
  target: string,
  units: readonly PlacedUnit[],
  layout: OutputLayout,
): void {
  const others = new Set(units.filter((unit) => unit.target !== target).map(({ file }) => file));
  const isTaken = (file: string): boolean => others.has(file) || isPrintedBeside(file, layout);
  const unit = units.find((one) => one.target === target && isTaken(one.file));
  if (!unit) return;
  throw new DiagnosedError(() => wrongUnit(target, unit.path, `"${unit.file}" is printed already`));
}

/** Tells whether a file is a report of public names, or one of the runtime's. */
function isPrintedBeside(file: string, { packages, runtime }: OutputLayout): boolean {
  return packages.some(
    ({ dir, surface }) =>
      file === surface || (runtime === "inline" && isBelow(posix.join(dir, "runtime"), file)),
  );
}
