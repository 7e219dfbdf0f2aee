import { upgradeTooLarge } from "../diagnostics/catalog/upgrade.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Node } from "../resolve/spec-document.ts";

/** As many values as a bundle may copy. */
const MAX_COPIED = 5_000_000;

/** Tells whether `times` copies of what stands at a node may be made. What is refused has been reported, once. */
export type Admit = (node: Node, times: number) => boolean;

/**
 * Bounds an upgrade. OpenAPI 3 repeats a schema for each media type, and a shared body for each operation: a few lines
 * that name many of them would unfold without end in sight.
 */
export function createAdmit(report: Report): Admit {
  const sizes = new WeakMap<object, number>();
  let copied = 0;
  let isRefused = false;
  return ({ value, at }, times) => {
    if (isRefused) return false;
    copied += sizeOf(value, sizes) * times;
    if (copied <= MAX_COPIED) return true;
    isRefused = true;
    report(upgradeTooLarge(at, MAX_COPIED));
    return false;
  };
}

// What many refer to is one object: it is counted once and remembered.
function sizeOf(value: unknown, sizes: WeakMap<object, number>): number {
  if (typeof value !== "object" || value === null) return 1;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  let size = 1;
  for (const member of Object.values(value)) size += sizeOf(member, sizes);
  sizes.set(value, size);
  return size;
}
