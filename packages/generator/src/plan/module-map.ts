import { posix } from "node:path";
import { InternalError } from "../diagnostics/internal-error.ts";
import type { OutputLayout, OutputPackage } from "./layout.ts";
import type { FileRef, ModuleMap, RuntimeEntry } from "./target.ts";

/** Import specifiers for one layout of output. */
export function createModuleMap(layout: OutputLayout): ModuleMap {
  const holder = (target: string): OutputPackage => {
    const found = layout.packages.find((candidate) => Object.hasOwn(candidate.targets, target));
    if (!found) throw new InternalError("a target has no folder", { target });
    return found;
  };
  return {
    specifier(from, to) {
      const here = holder(from.target);
      const there = holder(to.target);
      const file = pathInPackage(to, there);
      if (here === there) return relative(pathInPackage(from, here), file);
      return `${there.name ?? there.dir}/${file.replace(/\.ts$/, "")}`;
    },
    runtime(from, entry) {
      if (layout.runtime === "package") {
        return entry === "" ? "@specwright/runtime" : `@specwright/runtime/${entry}`;
      }
      return relative(pathInPackage(from, holder(from.target)), runtimeFile(entry));
    },
    isPackageRoot: (file) => pathInPackage(file, holder(file.target)) === "index.ts",
  };
}

/** Path of a unit below its package's folder. */
export function pathInPackage(file: FileRef, holder: OutputPackage): string {
  return posix.join(holder.targets[file.target] ?? ".", file.path);
}

function runtimeFile(entry: RuntimeEntry): string {
  return entry === "" ? "runtime/index.ts" : `runtime/${entry}/index.ts`;
}

// `.js`: what TypeScript wants under NodeNext, and what bundlers resolve to the source beside it.
function relative(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to).replace(/\.ts$/, ".js");
  return path.startsWith(".") ? path : `./${path}`;
}
