import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";

/** How long an idle connection is kept, in milliseconds: less than most servers do, so that few are closed under a request. */
const IDLE = 4_000;

/** How long a connection may take to come about, in milliseconds: as long as `fetch` gives it. */
const CONNECTING = 10_000;

// The time-out of idle sockets. While a request is under way it has no effect: to take it away and set it anew for each of them
// would cost more than the agent does.
const settings = { keepAlive: true, timeout: IDLE };

type Connect = HttpAgent["createConnection"];

class PlainAgent extends HttpAgent {
  override createConnection(...given: Parameters<Connect>): ReturnType<Connect> {
    return limited(super.createConnection(...given), "connect");
  }
}

class SecureAgent extends HttpsAgent {
  override createConnection(...given: Parameters<Connect>): ReturnType<Connect> {
    return limited(super.createConnection(...given), "secureConnect");
  }
}

/** Connections of this process, by protocol. Those that wait for a request do not keep it from ending. */
export const agents: { readonly "http:": HttpAgent; readonly "https:": HttpsAgent } = {
  "http:": new PlainAgent(settings),
  "https:": new SecureAgent(settings),
};

/** Ends a connection that does not come about in time; nothing of a request was sent until then. */
function limited(
  socket: ReturnType<Connect>,
  ready: "connect" | "secureConnect",
): ReturnType<Connect> {
  const timer = setTimeout(() => {
    const reason = new Error(`No connection within ${CONNECTING} ms`);
    socket?.destroy(Object.assign(reason, { code: "ETIMEDOUT", syscall: "connect" }));
  }, CONNECTING);
  const stop = (): void => clearTimeout(timer);
  return socket?.once(ready, stop).once("close", stop);
}
