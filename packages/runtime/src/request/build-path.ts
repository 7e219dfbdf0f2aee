import type { AnyOperation, ParameterDescriptor } from "../contract.ts";
import { writeSegment } from "../serialize/segment.ts";
import { own } from "../plain/pointer.ts";

/** Cuts a path template at its parameters: text at even places, names at odd ones. OpenAPI 3.1, section 4.8.8.1. */
export function cutPath(path: string): readonly string[] {
  return path.split(/\{([^}]*)\}/);
}

/**
 * Writes the path of a request.
 *
 * @param parts The path of the operation, cut. Whoever keeps them saves half the time.
 * @throws {TypeError} when a value is none that a path can hold.
 */
export function buildPath(
  { id, path, parameters }: AnyOperation,
  input: unknown,
  parts: readonly string[] = cutPath(path),
): string {
  let written = "";
  for (const [place, text] of parts.entries()) {
    if (place % 2) {
      // One that nobody has described is needed all the same: its name would be another path.
      const parameter = parameters.find((one) => one.in === "path" && one.name === text);
      const value = own(input, parameter ? keyOf(parameter) : text);
      written += parameter?.write?.(value, parameter) ?? writeSegment(text, value);
    } else written += text;
  }
  // Several parameters in one segment could still make one together.
  if (/\/\.\.?(?:\/|$)/.test(written)) {
    throw new TypeError(`The path of ${id} must not have a segment "." or "..".`);
  }
  return written;
}

/** The key of a parameter's value in the input. */
export function keyOf(parameter: ParameterDescriptor): string {
  return parameter.key ?? parameter.name;
}
