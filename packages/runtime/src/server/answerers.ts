import type { Answerer } from "./answer.ts";

/**
 * What stands behind the handlers of `createHandler`, so that an adapter may leave out the `Request` and `Response` that
 * nobody looks at: on Node they cost more than all the rest.
 */
export const answerers: WeakMap<(request: Request) => Promise<Response>, Answerer> =
  /* @__PURE__ */ new WeakMap();
