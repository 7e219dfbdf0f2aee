import { unknownValue } from "../diagnostics/catalog/model.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Encoding, ParameterStyle } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { entries, expectObject, flag, member, placeOf, text } from "./read.ts";

const STYLES: readonly ParameterStyle[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];

/** What a header field may be called and hold. RFC 9110, section 5. */
const FIELD_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const FIELD_VALUE = /^[\t\x20-\x7e]*$/;

/** What the Encoding Objects of a Media Type Object say beyond the defaults. OpenAPI 3.1, section 4.8.15. */
export function buildEncoding(media: Node, context: ModelContext): Encoding[] {
  if (!member(media, "encoding")) return [];
  return entries(media, "encoding", context)
    .flatMap(([property, reference]) => {
      const target = context.document.follow(reference);
      const node = target && expectObject(target, context);
      if (!node) return [];
      const said = encodingOf(node, context);
      return Object.keys(said).length === 0 ? [] : [{ property, ...said }];
    })
    .sort((a, b) => (a.property < b.property ? -1 : 1));
}

function encodingOf(node: Node, context: ModelContext): Omit<Encoding, "property"> {
  const style = encodingStyle(node, context);
  const explode = flag(node, "explode", context);
  const contentType = text(node, "contentType", context);
  const headers = constantHeaders(node, context);
  const isStyled = style !== undefined || explode !== undefined;
  return {
    ...(isStyled && { style: style ?? "form", explode: explode ?? (style ?? "form") === "form" }),
    ...(flag(node, "allowReserved", context) && { allowReserved: true }),
    ...(contentType !== undefined && FIELD_VALUE.test(contentType) && { contentType }),
    ...(headers.length > 0 && { headers }),
  };
}

/** Header fields that can only have one value; others are for the caller to give. */
function constantHeaders(
  node: Node,
  context: ModelContext,
): { readonly name: string; readonly value: string }[] {
  if (!member(node, "headers")) return [];
  return entries(node, "headers", context)
    .flatMap(([name, reference]) => {
      const header = context.document.follow(reference);
      const schema = header && member(header, "schema");
      const target = schema && context.document.follow(schema);
      const value = target && onlyValue(target);
      const isSendable = FIELD_NAME.test(name) && !/^content-type$/i.test(name);
      return isSendable && typeof value === "string" && FIELD_VALUE.test(value)
        ? [{ name, value }]
        : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function onlyValue(schema: Node): unknown {
  const listed = member(schema, "enum")?.value;
  const only: unknown = Array.isArray(listed) && listed.length === 1 ? listed[0] : undefined;
  return member(schema, "const")?.value ?? only ?? member(schema, "default")?.value;
}

function encodingStyle(node: Node, context: ModelContext): ParameterStyle | undefined {
  const value = text(node, "style", context);
  const style = STYLES.find((known) => known === value);
  if (value !== undefined && style === undefined) {
    context.report(
      unknownValue(placeOf(node, "style"), value, STYLES, nearest(value, STYLES), '"form"'),
    );
  }
  return style;
}
