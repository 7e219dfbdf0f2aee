import type { ApiModel } from "@specwright/generator/reading";
import {
  createHandler,
  type ErrorEnvelope,
  type Incoming,
  type Limits,
  type Route,
} from "@specwright/runtime/server";
import type { Call, Happening } from "../behave/world.ts";
import type { Engine, Performed } from "../engine.ts";
import { KeyConflict } from "../once.ts";
import type { OperationPlan } from "../plan/api-plan.ts";
import { descriptorOf, routeDetails, schemesOf } from "./descriptor.ts";
import { idempotencyKey, keyConflict } from "./idempotency.ts";
import { paramsCheck, readCall } from "./read-call.ts";
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
    routes: engine.plan.operations.map((plan) => routeOf(plan, model, known, engine, options)),
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
  model: ApiModel,
  known: ReadonlySet<string>,
  engine: Engine,
  { onDone }: ApiHandlerOptions,
): Route {
  const { operation } = plan;
  const check = paramsCheck(plan, engine.schemas);
  const perform = (call: Call, key: string | undefined): Performed => {
    try {
      return engine.perform(call, key);
    } catch (error) {
      throw error instanceof KeyConflict ? keyConflict(envelopeOf(model)) : error;
    }
  };
  return {
    operation: descriptorOf(operation, known),
    ...routeDetails(operation, engine.schemas),
    handle(input, context) {
      check(input);
      const call = readCall(plan, input, context.incoming);
      const performed = perform(call, idempotencyKey(plan, context));
      for (const [name, value] of Object.entries(performed.headers))
        context.responseHeaders.set(name, value);
      onDone(context.incoming, { operation: plan, input, happened: performed.happened });
      return nonJsonOutput(plan, performed.body, context.contentType);
    },
  };
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
