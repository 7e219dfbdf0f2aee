import { readFileFromDisk } from "../load/read-file.ts";
import { disk } from "../output/output-disk.ts";
import type { Tools } from "../run.ts";
import { signalsOf } from "./io.ts";
import type { Io } from "./io.ts";
import { stackOf } from "./report-bug.ts";

/** The real world, for a run. */
export function realTools(io: Io, { debug }: { readonly debug: boolean }): Tools {
  const signals = signalsOf(io);
  return {
    cwd: io.cwd(),
    readFile: readFileFromDisk,
    disk,
    ...(signals && { signals }),
    ...(debug && { trace: (error) => void io.stderr.write(`${stackOf(error)}\n\n`) }),
    pipeline: () => import("../pipeline.ts"),
  };
}
