/** Serves the small API in a process of its own, and tells of its memory and of what went wrong when it is asked. */
import { createServer } from "node:http";
import { toNodeListener } from "@specwright/runtime/server";
import { createThings } from "./things.ts";

const { handler, journal } = createThings();
const server = createServer(toNodeListener(handler));
server.headersTimeout = 5_000;
server.requestTimeout = 8_000;
const unhandled: string[] = [];
process.on("unhandledRejection", (reason) => void unhandled.push(String(reason)));
process.on("uncaughtException", (error) => void unhandled.push(String(error.stack)));
process.on("message", () => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const errors = [...journal.errors.map(String), ...unhandled];
  process.send?.({ heapUsed, rss, errors });
});
process.once("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : undefined });
});
