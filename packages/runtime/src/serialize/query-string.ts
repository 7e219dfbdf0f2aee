import type { ParameterDescriptor } from "../contract.ts";
import { writeForm } from "./form.ts";
import { escapeText, isList, isNested, scalarText } from "./style.ts";

/**
 * Writes a value as the whole query of a URL, with `&` in the place of the question mark: a form as it is, JSON and any other text with
 * everything escaped that a query cannot hold. OpenAPI 3.2, section 4.12.1 (`in: querystring`).
 *
 * `undefined` is written as nothing.
 *
 * @throws {TypeError} for a value that is no object where a form is due, or that has parts where a text is due.
 */
export function writeQueryString(value: unknown, parameter: ParameterDescriptor): string {
  const text = queryText(value, parameter);
  return text && `&${text}`;
}

function queryText(value: unknown, parameter: ParameterDescriptor): string {
  const { name, contentType = FORM, encoding, codec = JSON } = parameter;
  if (value === undefined) return "";
  if (/[/+]json$/.test(contentType)) return escapeText(codec.stringify(value));
  const isForm = contentType === FORM;
  if (!isForm && !isNested(value)) return escapeText(scalarText(value));
  if (isForm && isNested(value) && !isList(value)) return writeForm(value, encoding);
  const wanted = isForm ? "an object" : "a text";
  throw new TypeError(`The query "${name}" must be ${wanted} to be written as ${contentType}.`);
}

const FORM = "application/x-www-form-urlencoded";
