import type { ApiModel } from "@specwright/generator/reading";
import {
  createHandler,
  type ErrorEnvelope,
  type HandlerContext,
  type Incoming,
  type Limits,
  type Route,
} from "@specwright/runtime/server";
import type { Happening } from "../behave/world.ts";
import type { Engine } from "../engine.ts";
import type { OperationPlan } from "../plan/api-plan.ts";
import { checkDeclined } from "./declined.ts";
import { descriptorOf, routeDetails, schemesOf } from "./descriptor.ts";
import { checkParams, readCall } from "./read-call.ts";
import { nonJsonOutput } from "./outputs.ts";

/** What the handler tells of each request that reached an operation. */
export interface Told {
  readonly operation: OperationPlan;
  readonly input: unknown;
  readonly happened: readonly Happening[];
}

export interface ApiHandlerOptions {
  readonly limits?: Partial<Limits>;
  readonly onDone: (incoming: Incoming, told: Told) => void;
  readonly onError: (error: unknown) => void;
}

/** Answers requests to the API: the server kit routes, authenticates, decodes; the engine behaves. */
export function createApiHandler(
  model: ApiModel,
  engine: Engine,
  options: ApiHandlerOptions,
): (request: Request) => Promise<Response> {
  const securitySchemes = schemesOf(model);
  const known = new Set(Object.keys(securitySchemes));
  // Whoever shows something is let in: there are no accounts here.
  const authenticate = Object.fromEntries([...known].map((id) => [id, () => "anybody"]));
  const envelope = envelopeOf(model);
  return createHandler({
    routes: engine.plan.operations.map((plan) => routeOf(plan, known, engine, options)),
    securitySchemes,
    authenticate,
    responseValidation: "off",
    onError: options.onError,
    ...(options.limits && { limits: options.limits }),
    ...(envelope && { envelope }),
  });
}

function routeOf(
  plan: OperationPlan,
  known: ReadonlySet<string>,
  engine: Engine,
  { onDone }: ApiHandlerOptions,
): Route {
  const { operation } = plan;
  return {
    operation: descriptorOf(operation, known),
    ...routeDetails(operation, engine.schemas),
    handle(input, context) {
      checkParams(plan, input, engine.schemas);
      const call = readCall(plan, input, context.incoming);
      checkDeclined(call.given);
      const performed = engine.perform(call, idempotencyKey(plan, context));
      for (const [name, value] of Object.entries(performed.headers))
        context.responseHeaders.set(name, value);
      if (performed.isReplayed) context.responseHeaders.set("idempotent-replayed", "true");
      onDone(context.incoming, { operation: plan, input, happened: performed.happened });
      return nonJsonOutput(plan, performed.body, context.contentType);
    },
  };
}

function idempotencyKey(
  { operation }: OperationPlan,
  { incoming }: HandlerContext,
): string | undefined {
  const { idempotencyHeader } = operation;
  const key = idempotencyHeader === undefined ? null : incoming.header(idempotencyHeader);
  return key === null || key === "" ? undefined : key.slice(0, 1_000);
}

/** The error body of the API, for the server kit. */
export function envelopeOf({ errors }: ApiModel): ErrorEnvelope | undefined {
  if (!errors) return undefined;
  const { types, ...pointers } = errors;
  return {
    ...pointers,
    types: Object.fromEntries(types.map(({ status, type }) => [status, type])),
  };
}
