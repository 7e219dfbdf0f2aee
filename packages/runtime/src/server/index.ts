/** What servers are made of: decoding, routing, authentication and answers, on web standards. */

export type { Answer } from "./answer.ts";
export { around, type Around } from "./around.ts";
export type { AuthenticateHooks } from "./authenticate.ts";
export type {
  AnswerOptions,
  ApiKeyCredentials,
  Authenticate,
  AuthenticateContext,
  BasicCredentials,
  AuthorizationCredentials,
  BearerCredentials,
  CertificateCredentials,
  ClientCertificate,
  Credentials,
  ErrorEnvelope,
  Failure,
  FailureAnswer,
  Handler,
  HandlerAnswer,
  HandlerContext,
  Limits,
  PartialHandlers,
  PartlyImplemented,
  PrincipalHooks,
  PrincipalsOf,
  RawInput,
  Received,
  ResponseValidation,
  Route,
  Scoped,
  Scopes,
  SecuritySchemes,
  ServerOptions,
  Shape,
} from "./contract.ts";
export { callbackRoute, type CallbackRouteOptions } from "./callback-route.ts";
export { callbackUrl, type Exchange } from "./callback-url.ts";
export { createHandler, type HandlerOptions } from "./create-handler.ts";
export { decodeForm } from "./decode/form.ts";
export { partHeaders } from "./decode/part-headers.ts";
export { decodeQuery } from "./decode/parameters.ts";
export { toExpress } from "./frameworks/express.ts";
export {
  type FastifyAnswer,
  type FastifyCall,
  type FastifyScope,
  toFastify,
} from "./frameworks/fastify.ts";
export { type HonoContext, toHono } from "./frameworks/hono.ts";
export { type KoaContext, toKoa } from "./frameworks/koa.ts";
export { HttpError, type HttpErrorOptions } from "./http-error.ts";
export type { Incoming } from "./incoming.ts";
export { toNodeListener } from "./node-adapter.ts";
export type { NodeHeaders, NodeRequest, NodeResponse } from "./node/platform.ts";
export { type NodeServer, type StopOptions, stopServer } from "./node/stop-server.ts";
export { type Problem, ProblemError } from "./problem.ts";
export { problemAnswer, problemResponse } from "./problem-response.ts";
export { receive, type Receiver, type Receivers } from "./receive.ts";
export { route, type RouteDetails } from "./route.ts";
export { withScopes } from "./scopes.ts";
export { createRouter, type Routed, type RouteMatch, type Router } from "./router.ts";
export { webhookRoute, type WebhookRouteOptions } from "./webhook-route.ts";
