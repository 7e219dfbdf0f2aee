import { pascalCase } from "../naming/casing.ts";
import { essence } from "./media-kind.ts";

/** What people call common media types. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["application/x-www-form-urlencoded", "Form"],
  ["multipart/form-data", "Multipart"],
  ["application/octet-stream", "Binary"],
  ["text/plain", "Text"],
  ["text/event-stream", "Stream"],
  ["*/*", "Any"],
]);

/**
 * The word for a media type in the names of schemas: `Json`, `Form`, `VndGithubRawJson`. Where two of one body would have
 * the same word, it is the whole type.
 */
export function mediaName(
  contentType: string,
  all: readonly { readonly contentType: string }[],
): string {
  const shared = all.filter((one) => shortName(one.contentType) === shortName(contentType));
  if (shared.length < 2) return shortName(contentType);
  return pascalCase(contentType.replaceAll("*", "any")) || shortName(contentType);
}

function shortName(contentType: string): string {
  const type = essence(contentType);
  const [main = "", sub = ""] = type.split("/");
  return SHORT.get(type) ?? (pascalCase(sub === "*" ? main : sub) || "Other");
}
