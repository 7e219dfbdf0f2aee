import { createServer } from "node:http";
import { join } from "node:path";
import { createSandbox } from "@specwright/sandbox";

/**
 * Serves the API in `spec/`, or two texts, one object and a list of them, in a process of its own; tells its CPU time when it
 * is asked.
 */
const [kind = "raw", object = "", list = ""] = process.argv.slice(2);

async function start(): Promise<number> {
  if (kind === "sandbox") {
    const sandbox = await createSandbox(join(import.meta.dirname, "../spec/openapi.yaml"), {
      seed: 1,
    });
    return (await sandbox.listen()).port;
  }
  const server = createServer((request, response) => {
    request.on("data", () => undefined);
    request.on("end", () => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(request.url?.includes("limit") ? list : object);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

const port = await start();
process.on("message", () => process.send?.(process.cpuUsage()));
process.once("SIGINT", () => process.exit(0));
process.send?.(port);
