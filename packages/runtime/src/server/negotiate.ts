import { matchesRange, parseMediaType } from "./media-type.ts";

/** What a request accepts: a media type or range, and how much it likes it, 0 to 1. RFC 9110, section 12.5.1. */
interface Accepted {
  readonly range: string;
  readonly quality: number;
}

/**
 * Chooses among media types by a request's `Accept`: the one it likes best, the first of equals; `undefined` where it
 * takes none of them. Without the header anything will do. RFC 9110, section 12.5.1.
 */
export function negotiate<Media extends { readonly contentType: string }>(
  accept: string | null,
  offered: readonly Media[],
): Media | undefined {
  const [first] = offered;
  if (accept === null || accept === "*/*" || accept === first?.contentType) return first;
  const accepted = parseAccept(accept);
  if (accepted.length === 0) return first;
  let best: Media | undefined;
  let liking = 0;
  for (const media of offered) {
    const quality = qualityOf(parseMediaType(media.contentType).essence, accepted);
    if (quality > liking) [best, liking] = [media, quality];
  }
  return best;
}

function parseAccept(accept: string): Accepted[] {
  return accept.split(",").flatMap((part) => {
    const [range = "", ...parameters] = part.toLowerCase().split(";");
    if (!range.includes("/") && range.trim() !== "*") return [];
    const given = parameters.map((one) => /^\s*q\s*=\s*([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
    const quality = given === undefined ? 1 : Number(given);
    return [{ range: range.trim(), quality: Number.isNaN(quality) ? 1 : Math.min(quality, 1) }];
  });
}

/** The most exact range decides, not the best liked. */
function qualityOf(essence: string, accepted: readonly Accepted[]): number {
  let quality = 0;
  let exactness = 0;
  for (const { range, quality: given } of accepted) {
    // What the spec has as a range may turn out to be anything in it.
    if (!matchesRange(essence, range) && !matchesRange(range, essence)) continue;
    const exact = range === "*/*" || range === "*" ? 1 : range.endsWith("/*") ? 2 : 3;
    if (exact > exactness) [quality, exactness] = [given, exact];
  }
  return quality;
}
