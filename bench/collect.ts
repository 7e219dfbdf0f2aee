import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Collects what nobody holds any more, so that none of it is left for what is measured next. */
export function collect(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc()");
}
