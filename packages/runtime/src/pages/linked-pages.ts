import type { PageStyle } from "../contract.ts";
import { following } from "./follow.ts";

/** Pages whose answer has a header `Link` with the relation `next`. RFC 8288, section 3. */
export const linkedPages: PageStyle = {
  next: ({ head }) => nextLink(head?.headers.get("link") ?? ""),
  ask: following,
};

/** How much of a header is looked at, in characters. */
const LONGEST = 16_384;

/** `<https://…?page=2>; rel="next"`, in a list with others. */
function nextLink(header: string): string | undefined {
  // A parameter is a name, and perhaps a token or a text in quotes. Sticky: what is no link ends the reading.
  const link =
    /[\s,]*<([^>]*)>((?:\s*;\s*[\w!#$&+.^`|~*-]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?)*)/y;
  // Long gaps would be tried at every length.
  const text = header.slice(0, LONGEST).replace(/\s+/g, " ");
  for (;;) {
    const found = link.exec(text);
    if (!found) return undefined;
    const [, target, parameters = ""] = found;
    // The first counts: RFC 8288, section 3.3.
    const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]*))/i.exec(parameters);
    const names = (relation?.[1] ?? relation?.[2] ?? "").toLowerCase().split(/\s+/);
    if (names.includes("next")) return target;
  }
}
