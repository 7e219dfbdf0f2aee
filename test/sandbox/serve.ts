/** Serves a small API from the store that the command line names, until it is told to stop. */
import { join } from "node:path";
import { createSandbox } from "@specwright/sandbox";

const [store = "memory"] = process.argv.slice(2);
const sandbox = await createSandbox(join(import.meta.dirname, "tickets.yaml"), { store });
const { url } = await sandbox.listen();
process.once("SIGTERM", () => {
  process.disconnect?.();
  void sandbox.close();
});
process.send?.(url);
