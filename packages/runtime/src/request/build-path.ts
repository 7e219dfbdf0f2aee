import type { AnyOperation, ParameterDescriptor } from "../contract.ts";
import { writeSegment } from "../serialize/segment.ts";
import { own } from "../plain/pointer.ts";

/**
 * Writes the path of a request. OpenAPI 3.1, section 4.8.8.1 (Path Templating).
 *
 * @throws {TypeError} when a value is none that a path can hold.
 */
export function buildPath({ id, path, parameters }: AnyOperation, input: unknown): string {
  const written = path.replace(/\{([^}]*)\}/g, (whole, name) => {
    const parameter = parameters.find((one) => one.in === "path" && one.name === name);
    if (!parameter) return whole;
    const value = own(input, keyOf(parameter));
    return parameter.write ? parameter.write(value, parameter) : writeSegment(name, value);
  });
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
