import type { BodyDescriptor } from "../contract.ts";
import { writeForm } from "../serialize/form.ts";
import { isJson } from "./media-type.ts";
import { own } from "./pointer.ts";
import type { RequestPlan } from "./request-plan.ts";

/** A body as `fetch` takes it. */
export interface BuiltBody {
  readonly content: BodyInit;
  /** Absent where `fetch` knows better: the boundary of a `FormData`. */
  readonly contentType?: string;
  /** A stream can be sent only once. */
  readonly isStream: boolean;
}

/**
 * Builds the body of a request; `undefined` when there is nothing to send.
 *
 * @throws {TypeError} when the value cannot be written in the content type.
 */
export function buildBody(plan: RequestPlan, params: unknown): BuiltBody | undefined {
  const descriptor = plan.operation.body;
  if (!descriptor) return undefined;
  const content =
    descriptor.from === "body"
      ? writeWhole(descriptor, own(params, "body"))
      : writeParams(descriptor, params, plan.claimed);
  if (content === undefined) return undefined;
  const isStream = has(content, "getReader");
  // Told by its method: to name the class would load it.
  if (has(content, "getAll")) return { content, isStream };
  return { content, contentType: descriptor.contentType, isStream };
}

/** Properties of `params` that no parameter claims. */
function writeParams(
  { contentType, encoding, required }: BodyDescriptor,
  params: unknown,
  claimed: ReadonlySet<string>,
): string | undefined {
  const rest = isObject(params) ? params : {};
  if (isForm(contentType)) return writeForm(rest, encoding, claimed) || (required ? "" : undefined);
  if (!isJson(contentType)) throw cannotWrite(contentType);
  const text = JSON.stringify(claimed.size > 0 ? without(rest, claimed) : rest);
  return text === "{}" && !required ? undefined : text;
}

/** `params.body`, whatever it is. */
function writeWhole(
  { contentType, encoding }: BodyDescriptor,
  value: unknown,
): BodyInit | undefined {
  if (value === undefined) return undefined;
  if (isJson(contentType)) return JSON.stringify(value);
  if (isBodyInit(value)) return value;
  if (isForm(contentType) && isObject(value)) return writeForm(value, encoding);
  throw cannotWrite(contentType);
}

function without(
  values: Readonly<Record<string, unknown>>,
  claimed: ReadonlySet<string>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !claimed.has(name)));
}

function isForm(contentType: string): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(contentType);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text, bytes, a `Blob`, a stream or a form of the platform. */
function isBodyInit(value: unknown): value is BodyInit {
  return (
    typeof value === "string" ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value) ||
    ["stream", "getReader", "getAll"].some((method) => has(value, method))
  );
}

function has(value: unknown, method: string): boolean {
  return typeof value === "object" && value !== null && method in value;
}

function cannotWrite(contentType: string): TypeError {
  return new TypeError(
    `This value cannot be written as ${contentType}: give a string, bytes, a Blob or a stream.`,
  );
}
