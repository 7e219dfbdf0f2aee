/** A media type, taken apart. RFC 9110, section 8.3.1. */
export interface MediaType {
  /** `"application/json"`, in lower case. */
  readonly essence: string;
  /** By name in lower case; `undefined` where the text cannot be read as a media type, or names one twice. */
  readonly parameters: ReadonlyMap<string, string> | undefined;
}

const none: ReadonlyMap<string, string> = /* @__PURE__ */ new Map();

const essencePattern = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/;

/** One parameter, or none, behind its semicolon. RFC 9110, section 5.6.6. */
const parameterPattern =
  /;[ \t]*(?:([\w!#$%&'*+.^`|~-]+)=(?:([\w!#$%&'*+.^`|~-]+)|"((?:[\t !\x23-\x5b\x5d-\x7e\x80-\xff]|\\[\t\x20-\x7e\x80-\xff])*)"))?[ \t]*/y;

/** An empty text, as where there is no field, is a type without a name. */
export function parseMediaType(text: string): MediaType {
  const mark = text.indexOf(";");
  const essence = (mark < 0 ? text : text.slice(0, mark)).trim().toLowerCase();
  if (essence !== "" && !essencePattern.test(essence)) return { essence, parameters: undefined };
  return { essence, parameters: mark < 0 ? none : parseParameters(text, mark) };
}

function parseParameters(text: string, start: number): ReadonlyMap<string, string> | undefined {
  const parameters = new Map<string, string>();
  parameterPattern.lastIndex = start;
  for (let at = start; at < text.length; at = parameterPattern.lastIndex) {
    const found = parameterPattern.exec(text);
    if (!found) return undefined;
    const [, name, bare, quoted = ""] = found;
    if (name === undefined) continue;
    const key = name.toLowerCase();
    if (parameters.has(key)) return undefined;
    parameters.set(key, bare ?? quoted.replace(/\\(.)/g, "$1"));
  }
  return parameters;
}

/** Whether text of that type is UTF-8, which is all that is read here: any other would be misread. */
export function isUtf8({ parameters }: MediaType): boolean {
  const charset = parameters?.get("charset") ?? "utf-8";
  return /^(?:utf-?8|us-ascii)$/i.test(charset);
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

/**
 * The one that a content type is: with its parameters, the more the better, else by what it leaves open, else by its
 * range. One whose parameters say something else is another type.
 */
export function bestMedia<Media extends { readonly contentType: string }>(
  given: MediaType,
  offered: readonly Media[],
): Media | undefined {
  const [only] = offered;
  if (only && offered.length === 1) {
    return matchesRange(given.essence, only.contentType) ? only : undefined;
  }
  let best: Media | undefined;
  let most = -1;
  for (const media of offered) {
    const count = sharedParameters(given, parseMediaType(media.contentType));
    if (count > most) [best, most] = [media, count];
  }
  const ranges = offered.filter(({ contentType }) => contentType.includes("*"));
  return best ?? ranges.find((one) => matchesRange(given.essence, one.contentType));
}

/** How many parameters are the same; half a one less where some are missing, and -1 where it is another type. */
function sharedParameters(given: MediaType, { essence, parameters = none }: MediaType): number {
  if (essence !== given.essence) return -1;
  let shared = 0;
  for (const [name, value] of parameters) {
    const own = given.parameters?.get(name);
    if (own !== undefined && own.toLowerCase() !== value.toLowerCase()) return -1;
    if (own !== undefined) shared += 1;
  }
  return shared < parameters.size ? shared - 0.5 : shared;
}
