import type { OperationDescriptor } from "../contract.ts";
import { isRecord } from "../validate/objects.ts";
import type { HandlerAnswer, HandlerContext, Route } from "./contract.ts";
import { templateNames } from "./path-template.ts";
import { route, type RouteDetails } from "./route.ts";

/** Where a callback is received, and by what. */
export interface Receiver<Handle> {
  /** The path of the URL that the API was given: `"/callbacks/{order}"`. */
  readonly path: string;
  /** Security Schemes that the API must satisfy. Default: those that the spec has for the callback. */
  readonly security?: OperationDescriptor<unknown, unknown>["security"];
  /** Takes what the API sends; the parameters of the path, by name, are its third argument. */
  readonly handle: Handle;
}

/** Receivers of the callbacks of one resource; what is left out is not received. */
export type Receivers<Handlers> = {
  readonly [Name in keyof Handlers]?: Receiver<Received<Handlers[Name]>>;
};

type Received<Handle> = Handle extends (input: infer Input, context: infer Context) => infer Given
  ? (input: Input, context: Context, path: PathTexts) => Given
  : never;

type PathTexts = Readonly<Record<string, string>>;

// A method's parameters compare both ways: what a handler takes may have files where a call has any bytes.
type Implementation<Input, Output, Principal> = {
  hook(
    input: Input,
    context: HandlerContext<Principal>,
    path: PathTexts,
  ): Output | HandlerAnswer | Promise<Output | HandlerAnswer>;
}["hook"];

/**
 * Binds a callback to its receiver: no route where there is none. OpenAPI 3.1, section 4.8.18 (Callback Object).
 *
 * @throws {Error} by the server that it becomes a part of: if the path does not begin with `/`.
 */
export function receive<Input, Output, Principal = unknown>(
  callback: OperationDescriptor<Input, Output>,
  receiver: Receiver<Implementation<Input, Output, Principal>> | undefined,
  details: RouteDetails<Input, Output> = {},
): Route<Principal>[] {
  if (!receiver) return [];
  const { path, handle, security = callback.security } = receiver;
  const names = templateNames(path);
  const inPath = names.map((name) => ({ name, in: "path" }) as const);
  const parameters = [...inPath, ...callback.parameters];
  const operation = { ...callback, path, security, parameters };
  const received = route<Input, Output, Principal>(
    operation,
    (input, context) => handle(input, context, textsOf(input, names)),
    details,
  );
  return [received];
}

function textsOf(input: unknown, names: readonly string[]): PathTexts {
  const values = isRecord(input) ? input : {};
  return Object.fromEntries(names.map((name) => [name, String(values[name])]));
}
