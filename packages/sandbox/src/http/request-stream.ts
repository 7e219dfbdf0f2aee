import type { RequestLog } from "./request-log.ts";

/** How often a line without meaning shows that the stream is alive, in milliseconds. */
const PULSE = 15_000;

/** Requests as they come, as `text/event-stream`. HTML Standard, section 9.2. */
export function requestStream(log: RequestLog, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string): void => controller.enqueue(encoder.encode(text));
      write(": the sandbox sends each request as it is answered\n\n");
      const unwatch = log.watch((entry) => write(`data: ${JSON.stringify(entry)}\n\n`));
      const pulse = setInterval(() => write(":\n\n"), PULSE);
      pulse.unref();
      const end = (): void => {
        stop();
        controller.close();
      };
      stop = () => {
        unwatch();
        clearInterval(pulse);
        signal.removeEventListener("abort", end);
      };
      if (signal.aborted) end();
      else signal.addEventListener("abort", end);
    },
    cancel: () => stop(),
  });
  const headers = { "content-type": "text/event-stream", "cache-control": "no-store" };
  return new Response(body, { headers });
}
