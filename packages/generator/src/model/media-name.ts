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
 * Gives the words for the media types of one body in the names of schemas: `Json`, `Form`, `VndGithubRawJson`. Where two
 * would have the same word, it is the whole type.
 */
export function mediaNames(
  all: readonly { readonly contentType: string }[],
): (contentType: string) => string {
  const shared = new Map<string, number>();
  for (const { contentType } of all) {
    const word = shortName(contentType);
    shared.set(word, (shared.get(word) ?? 0) + 1);
  }
  return (contentType) => {
    const word = shortName(contentType);
    if ((shared.get(word) ?? 0) < 2) return word;
    return pascalCase(contentType.replaceAll("*", "any")) || word;
  };
}

function shortName(contentType: string): string {
  const type = essence(contentType);
  const [main = "", sub = ""] = type.split("/");
  return SHORT.get(type) ?? (pascalCase(sub === "*" ? main : sub) || "Other");
}
