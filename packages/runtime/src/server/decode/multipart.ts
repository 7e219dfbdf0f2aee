import type { EncodingDescriptor } from "../../contract.ts";
import { hasStyle, isWhole } from "../../serialize/form.ts";
import type { Limits, Shape } from "../contract.ts";
import { isJson, isUtf8, type MediaType, parseMediaType } from "../media-type.ts";
import { malformed } from "../problem.ts";
import { decodeFormPairs, type Encoding } from "./form.ts";
import { parseJson } from "./json.ts";
import type { Pair } from "./pairs.ts";
import { type Part, parseMultipart, utf8 } from "./parse-multipart.ts";
import { partHeadersOf } from "./part-headers.ts";
import { alternatives, itemShape, objectShapes, propertyShape } from "./shapes.ts";

/**
 * Decodes a multipart body: an object with a property for each name, or a list of the parts where the shape is a list.
 * Parts with JSON become its value, text takes its type from the shape, anything else is a `File`. OpenAPI 3.1, section
 * 4.8.14.4; RFC 7578.
 *
 * @throws {ProblemError} 400 for a body that cannot be read, or that goes beyond `limits`.
 */
export function decodeMultipart(
  bytes: Uint8Array,
  contentType: MediaType,
  shape: Shape,
  encoding: Encoding,
  limits: Limits,
): unknown {
  const parts = parseMultipart(bytes, contentType, limits);
  const item = itemShape(shape);
  const [object] = objectShapes(shape);
  if (item !== undefined && !object) return parts.map((part) => partValue(part, item, {}, limits));
  const counts = new Map<string, number>();
  for (const { name = "" } of parts) counts.set(name, (counts.get(name) ?? 0) + 1);
  const pairs = parts.map((part): Pair => {
    const { name } = part;
    if (name === undefined) throw malformed("A part of the multipart body has no name.");
    const property = (object && propertyShape(object, name)) ?? "unknown";
    const own = Object.hasOwn(encoding, name) ? encoding[name] : undefined;
    const items = itemShape(property);
    const value = partValue(part, items ?? property, own ?? {}, limits);
    const raw = typeof value === "string" ? encodeURIComponent(value) : "";
    const isOnly = counts.get(name) === 1;
    const isItem = isOnly && items !== undefined && typeof value !== "string";
    return { key: name, rawKey: "", raw, value: isItem ? asList(value, items) : value };
  });
  return decodeFormPairs(pairs, shape, styles(encoding), limits);
}

// One part may be the only item of its list; a whole list in one part, as some clients write it, is that list.
function asList(value: unknown, item: Shape): unknown {
  return Array.isArray(value) && itemShape(item) === undefined ? value : [value];
}

// What an encoding says of media types has been heard by now.
function styles(encoding: Encoding): Encoding {
  return Object.fromEntries(Object.entries(encoding).filter(([, own]) => hasStyle(own)));
}

function partValue(
  part: Part,
  shape: Shape,
  encoding: EncodingDescriptor,
  limits: Limits,
): unknown {
  const { fileName, name } = part;
  const type = parseMediaType(part.type);
  const { essence } = type;
  const options = alternatives(shape);
  const isFile = options.includes("binary") && !options.includes("string");
  const hasParts = options.some((option) => typeof option === "object");
  const isJsonText = isJson(essence) || (isWhole(encoding) && !hasStyle(encoding));
  if (!isFile && isJsonText && (fileName === undefined || hasParts)) {
    checkText(part, type);
    return parseJson(utf8(part.content), limits, name, encoding.codec);
  }
  if (isFile || fileName !== undefined || !(essence === "" || essence.startsWith("text/"))) {
    return file(part, essence);
  }
  checkText(part, type);
  const text = utf8(part.content);
  // Without a media type, an object is JSON by default; brackets in names are another way to write one.
  const isOnlyParts = options.every((option) => typeof option === "object");
  return isOnlyParts && /^\s*[[{]/.test(text)
    ? parseJson(text, limits, name, encoding.codec)
    : text;
}

/** Text of another encoding would be misread, and so would bytes under a coding. RFC 7578, sections 4.4 and 4.7. */
function checkText({ name, headers }: Part, type: MediaType): void {
  const coding = headers.get("content-transfer-encoding") ?? "binary";
  if (type.parameters && isUtf8(type) && /^(?:7bit|8bit|binary)$/i.test(coding)) return;
  throw malformed(`${name ?? "A part"} must be plain text in UTF-8.`, name);
}

function file({ fileName = "", content, headers }: Part, type: string): File {
  // What a client calls a file must not lead anywhere: RFC 7578, section 4.2.
  const name = fileName.replace(/^.*[/\\]/s, "");
  const made = new File([new Uint8Array(content)], name, { type });
  partHeadersOf.set(made, headers);
  return made;
}
