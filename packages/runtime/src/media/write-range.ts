import { isSendable } from "./write-content.ts";
import { isJson, matchesType } from "../response/media-type.ts";
import type { BodyMedia, WrittenBody } from "../contract.ts";

/** Writes a body whose media type the spec leaves open, such as `image/*`: the value tells which one it is. */
export function writeRange(value: unknown, { contentType: range, codec }: BodyMedia): WrittenBody {
  const contentType = typeOf(value, range);
  return isSendable(value) && !isJson(contentType)
    ? { content: value, contentType }
    : { content: (codec ?? JSON).stringify(value), contentType };
}

function typeOf(value: unknown, range: string): string {
  const type = value instanceof Blob ? value.type : isSendable(value) ? "" : "application/json";
  if (type && matchesType(type, range)) return type;
  if (/^text\//i.test(range) || typeof value === "string") return "text/plain";
  return isSendable(value) ? "application/octet-stream" : "application/json";
}
