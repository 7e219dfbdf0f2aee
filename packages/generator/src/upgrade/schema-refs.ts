import type { Node } from "../resolve/spec-document.ts";
import { mapRefs } from "./map-refs.ts";
import type { Upgrading } from "./upgrading.ts";

/** Notes every reference in what holds schemas and nothing else that may be a reference. */
export function referSchemas({ value, at }: Node, { refer }: Upgrading): void {
  mapRefs(value, (ref, pointer) => {
    const holder = { file: at.file, pointer: at.pointer + pointer };
    refer({ value: { $ref: ref }, at: holder }, "schema");
    return ref;
  });
}
