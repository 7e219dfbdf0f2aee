import type { OperationDescriptor, ResponseDescriptor } from "../contract.ts";
import type { Answer, Content } from "./answer.ts";
import { isJson, parseMediaType } from "./media-type.ts";

/** Status and media type of an operation's success. */
export interface Success {
  readonly status: number;
  /** Default: `application/json`. */
  readonly contentType: string;
  readonly isJson: boolean;
}

/** The first 2xx response that the spec has; a range stands for 200, and without any it is 200. */
export function successOf({ responses }: OperationDescriptor<unknown, unknown>): Success {
  const response: ResponseDescriptor | undefined = responses.find(({ status }) =>
    status.startsWith("2"),
  );
  const status = Number(response?.status ?? 200);
  const contentType = response?.contentType ?? "application/json";
  return {
    status: Number.isInteger(status) ? status : 200,
    contentType,
    isJson: isJson(parseMediaType(contentType).essence),
  };
}

/**
 * Writes what a handler gave: JSON, or as it is where the spec has another type. `undefined` is an empty body.
 *
 * @throws {TypeError} for a value that JSON cannot carry, such as a function or a cycle.
 */
export function writeOutput(
  output: unknown,
  { status, contentType, isJson: asJson }: Success,
  added: Headers | undefined,
): Answer {
  if (output === undefined) return { status, headers: {}, added };
  return {
    status,
    headers: { "content-type": contentType },
    added,
    body: bodyOf(output, asJson),
  };
}

function bodyOf(output: unknown, asJson: boolean): Content {
  if (!asJson) {
    if (typeof output === "string" || output instanceof Blob) return output;
    if (output instanceof ReadableStream || output instanceof ArrayBuffer) return output;
    if (output instanceof Uint8Array) return new Uint8Array(output);
  }
  const text: string | undefined = JSON.stringify(output);
  if (text === undefined) throw new TypeError("The handler gave a value that JSON cannot carry.");
  return text;
}
