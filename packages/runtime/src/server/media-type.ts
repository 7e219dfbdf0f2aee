/** A media type, taken apart. RFC 9110, section 8.3.1. */
export interface MediaType {
  /** `"application/json"`, in lower case. */
  readonly essence: string;
  /** In lower case; `undefined` where it is not told. */
  readonly charset: string | undefined;
}

export function parseMediaType(text: string): MediaType {
  if (!text.includes(";")) return { essence: text.trim().toLowerCase(), charset: undefined };
  const [essence = "", ...parameters] = text.toLowerCase().split(";");
  const charset = parameters
    .map((parameter) => /^\s*charset="?([^"\s]*)"?\s*$/.exec(parameter)?.[1])
    .find((value) => value !== undefined);
  return { essence: essence.trim(), charset };
}

export function isJson(essence: string): boolean {
  return essence === "application/json" || essence.endsWith("+json");
}

/** JSON texts, one a line. */
export function isJsonLines(essence: string): boolean {
  return /^application\/(?:x-)?(?:jsonl|ndjson|jsonlines|json-lines)$/.test(essence);
}

/** JSON texts, each behind a record separator. RFC 7464. */
export function isJsonSequence(essence: string): boolean {
  return essence === "application/json-seq" || essence.endsWith("+json-seq");
}

/** Text for people or XML: read as a string. */
export function isText(essence: string): boolean {
  return essence.startsWith("text/") || essence === "application/xml" || essence.endsWith("+xml");
}

export function isForm(essence: string): boolean {
  return essence === "application/x-www-form-urlencoded";
}

/** Whether `essence` is what `range` asks for: ranges such as `image/*` included. */
export function matchesRange(essence: string, range: string): boolean {
  const wanted = parseMediaType(range).essence;
  if (wanted === "*/*" || wanted === "*") return true;
  return wanted.endsWith("/*") ? essence.startsWith(wanted.slice(0, -1)) : essence === wanted;
}

/** The one that a content type is: with its parameters, else without them, else by its range. */
export function bestMedia<Media extends { readonly contentType: string }>(
  contentType: string,
  offered: readonly Media[],
): Media | undefined {
  const { essence } = parseMediaType(contentType);
  const [only] = offered;
  if (only && offered.length === 1)
    return matchesRange(essence, only.contentType) ? only : undefined;
  return (
    offered.find((one) => plain(one.contentType) === plain(contentType)) ??
    offered.find((one) => parseMediaType(one.contentType).essence === essence) ??
    offered.find((one) => matchesRange(essence, one.contentType))
  );
}

function plain(contentType: string): string {
  return contentType.toLowerCase().replace(/\s/g, "");
}
