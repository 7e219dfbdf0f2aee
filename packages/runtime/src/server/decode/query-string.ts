import type { ParameterDescriptor } from "../../contract.ts";
import type { Limits, Shape } from "../contract.ts";
import { isForm, isJson } from "../media-type.ts";
import { decodeForm } from "./form.ts";
import { parseJson } from "./json.ts";
import { decodeFormText, decodePercent } from "./percent.ts";

/**
 * Decodes a whole query as the one value that it is; `undefined` where there is none, and need not be. OpenAPI 3.2, section
 * 4.12.1 (`in: querystring`).
 *
 * @param text Without the question mark.
 * @param secrets Names of pairs that carry credentials: these are no input.
 * @throws {ProblemError} 400.
 */
export function decodeQueryString(
  text: string,
  parameter: ParameterDescriptor,
  shape: Shape,
  secrets: ReadonlySet<string>,
  limits: Limits,
): unknown {
  const { name, contentType = "", required, encoding, codec } = parameter;
  const own = secrets.size === 0 ? text : withoutSecrets(text, secrets);
  // What is missing from an empty form, the validator says better.
  if (own === "" && !(required && isForm(contentType))) return undefined;
  if (isForm(contentType)) return decodeForm(own, shape, encoding, limits);
  const whole = decodePercent(own);
  return isJson(contentType) ? parseJson(whole, limits, name, codec) : whole;
}

function withoutSecrets(text: string, secrets: ReadonlySet<string>): string {
  const isOwn = (part: string): boolean => {
    const [key = ""] = part.split("=", 1);
    return !secrets.has(decodeFormText(key));
  };
  return text.split("&").filter(isOwn).join("&");
}
