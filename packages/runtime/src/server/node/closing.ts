import type { NodeRequest } from "./platform.ts";

/** Connections that end with the answer which is on its way. */
const closing: WeakSet<NodeRequest["socket"]> = /* @__PURE__ */ new WeakSet();

/** From now on nothing is heard that comes over the connection of a request: Node would go on to take it for requests. */
export function endConnection({ httpVersionMajor, socket }: NodeRequest): void {
  // In HTTP/2 other requests share it, and none follows from where another ends.
  if (httpVersionMajor === 1) closing.add(socket);
}

/** Whether a request came behind one whose answer ends the connection. RFC 9112, section 9.6. */
export function isUnheard({ socket }: NodeRequest): boolean {
  return closing.has(socket);
}
