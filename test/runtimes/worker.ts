import { runSuite } from "./suite.ts";

// workerd: the origin is in the query, the outcomes are the answer.
export default {
  async fetch(request: Request): Promise<Response> {
    const origin = new URL(request.url).searchParams.get("origin") ?? "";
    return Response.json(await runSuite(origin));
  },
};
