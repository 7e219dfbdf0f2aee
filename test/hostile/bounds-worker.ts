import { parentPort } from "node:worker_threads";
import { main } from "../../packages/generator/src/cli/main.ts";
import { captureIo } from "../helpers/io.ts";

/** Runs command lines in a thread whose time and memory its owner bounds. */
parentPort?.on("message", ({ argv, cwd }: { argv: readonly string[]; cwd: string }) => {
  const io = captureIo(cwd);
  void main(argv, io).then((code) => {
    const ran = { code, stdout: io.text("stdout"), stderr: io.text("stderr") };
    parentPort?.postMessage(ran, []);
  });
});
