import { extensionFailed, wrongUnit } from "./diagnostics/catalog/extension.ts";
import { DiagnosedError } from "./diagnostics/diagnosed-error.ts";
import { detailLines } from "./diagnostics/internal-error.ts";
import type { PlannedUnit, Target } from "./plan/target.ts";
import { unitFault } from "./unit-fault.ts";

/**
 * A target of an extension, held to what the rest of the pipeline takes for granted of a target.
 *
 * @throws {DiagnosedError} from `plan`, when the target throws, or plans a unit that cannot be printed.
 */
export function guardTarget(target: Target): Target {
  return {
    name: target.name,
    *plan(model, context) {
      const paths = new Set<string>();
      let number = 0;
      for (const unit of planned(() => target.plan(model, context), target.name)) {
        number += 1;
        const fault = unitFault(unit) ?? (paths.has(unit.path) ? "its path is planned twice" : "");
        if (fault !== "") {
          const shown = typeof unit?.path === "string" ? unit.path : `unit ${number}`;
          throw new DiagnosedError(() => wrongUnit(target.name, shown, fault));
        }
        paths.add(unit.path);
        yield unit;
      }
    },
  };
}

/** All units at once, so that an error of the target cannot be taken for one of whoever reads them. */
function planned(plan: () => Iterable<PlannedUnit>, name: string): PlannedUnit[] {
  try {
    return [...plan()];
  } catch (error) {
    const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n", 1);
    const details = detailLines(error).map((line) => ` (${line})`);
    throw new DiagnosedError(() => extensionFailed(name, first + details.join("")), {
      cause: error,
    });
  }
}
