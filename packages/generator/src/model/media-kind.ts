import type { MediaKind } from "./api-model.ts";

/** A media type without its parameters, in small letters. RFC 9110, section 8.3.1. */
export function essence(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

const KINDS: readonly (readonly [RegExp, MediaKind])[] = [
  [/^text\/event-stream$/, "events"],
  [/^application\/(?:x-)?(?:jsonl|ndjson|jsonlines|json-lines)$/, "lines"],
  [/[/+]json-seq$/, "sequence"],
  [/[/+]json$/, "json"],
  // A range may turn out to be anything; JSON is what can be described.
  [/^(?:\*|\*\/\*|application\/\*)$/, "json"],
  [/^application\/x-www-form-urlencoded$/, "form"],
  [/^multipart\//, "multipart"],
  [/^text\/|[/+]xml$/, "text"],
];

/** How bodies of a media type travel: what is not known travels as bytes. */
export function mediaKind(contentType: string): MediaKind {
  const type = essence(contentType);
  return KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? "binary";
}

/** Whether what a string holds are bytes that JSON has no place for. */
export function isBinaryType(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  return contentType.split(",").every((one) => mediaKind(one) === "binary");
}
