/** Whether a content type is JSON or built on it. RFC 6839, section 3.1. */
export function isJson(contentType: string): boolean {
  return /[/+]json\s*(?:;|$)/i.test(contentType);
}

/** Whether a content type is text that is no JSON. XML counts as text. */
export function isText(contentType: string): boolean {
  return /^text\/|[/+]xml\s*(?:;|$)/i.test(contentType);
}

/** Whether a content type is in a range such as `image/*`. RFC 9110, section 12.5.1. */
export function matchesType(contentType: string, range: string): boolean {
  const [wanted = ""] = range.toLowerCase().split(/\*|;/);
  return wanted === "" || wanted === "/" || contentType.toLowerCase().startsWith(wanted);
}

/** The content type of an answer; empty where it names none. */
export function mediaTypeOf(response: Response): string {
  return response.headers.get("content-type") ?? "";
}
