/** What servers are made of: decoding, routing, authentication and answers, on web standards. */

export type { AuthenticateHooks } from "./authenticate.ts";
export type {
  ApiKeyCredentials,
  Authenticate,
  BasicCredentials,
  BearerCredentials,
  Credentials,
  ErrorEnvelope,
  Handler,
  HandlerContext,
  Limits,
  Received,
  ResponseValidation,
  Route,
  SecuritySchemes,
  ServerOptions,
  Shape,
} from "./contract.ts";
export { createHandler, type HandlerOptions } from "./create-handler.ts";
export { decodeForm } from "./decode/form.ts";
export { partHeaders } from "./decode/part-headers.ts";
export { decodeQuery } from "./decode/parameters.ts";
export { HttpError, type HttpErrorOptions } from "./http-error.ts";
export { toNodeListener } from "./node-adapter.ts";
export type { NodeHeaders, NodeRequest, NodeResponse } from "./node/platform.ts";
export { type NodeServer, type StopOptions, stopServer } from "./node/stop-server.ts";
export { type Problem, ProblemError } from "./problem.ts";
export { problemResponse } from "./problem-response.ts";
export { route, type RouteDetails } from "./route.ts";
export { createRouter, type Routed, type RouteMatch, type Router } from "./router.ts";
