/** What is asked of a server of `node:http` to stop it. */
export interface NodeServer {
  close(done: () => void): unknown;
  closeIdleConnections(): void;
  closeAllConnections(): void;
}

/** How a server is stopped. */
export interface StopOptions {
  /** Milliseconds for what is in flight; connections that are still open then are cut off. Default: 10,000. */
  readonly patience?: number;
}

/** How often connections are looked at that have had their answer, in milliseconds. */
const sweep = 20;

/**
 * Stops a server of `node:http`: it takes no more connections, answers what is in flight, and closes each connection behind
 * its answer.
 *
 * ```ts
 * process.once("SIGTERM", () => void stopServer(server));
 * ```
 *
 * @returns Resolves when the last connection is closed.
 */
export function stopServer(
  server: NodeServer,
  { patience = 10_000 }: StopOptions = {},
): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept alive is idle only once its answer has gone out.
    const sweeping = setInterval(() => server.closeIdleConnections(), sweep);
    const cutting = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearInterval(sweeping);
      clearTimeout(cutting);
      resolve();
    });
  });
}
