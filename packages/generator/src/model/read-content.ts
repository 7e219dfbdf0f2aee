import { ExactNumber } from "../exact-number.ts";
import { oddMediaType } from "../diagnostics/catalog/bodies.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { MediaKind } from "./api-model.ts";
import type { ModelContext } from "./context.ts";
import { mediaKind } from "./media-kind.ts";
import { contents, member } from "./read.ts";

/** A Media Type Object with its key. */
export interface Media {
  readonly contentType: string;
  readonly kind: MediaKind;
  readonly node: Node;
}

/** What reads best on both sides comes first; the others follow in the order of the document. */
const PREFERRED: readonly MediaKind[] = ["json", "form", "multipart"];

/** A type and a subtype, and whatever parameters, in characters that a header can carry. */
const MEDIA_TYPE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+\s*(?:;[\t\x20-\x7e]*)?$/;

/** The Media Type Objects of `content`, the preferred one first, each type once. OpenAPI 3.2, section 4.14. */
export function readContent(holder: Node, context: ModelContext): Media[] {
  const seen = new Set<string>();
  const media = contents(holder, context).flatMap(([contentType, node]): Media[] => {
    if (!MEDIA_TYPE.test(contentType)) {
      context.report(oddMediaType(node.at, contentType));
      return [];
    }
    const key = withoutCharset(contentType);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ contentType, kind: mediaKind(contentType), node }];
  });
  const preferred = PREFERRED.flatMap((kind) => media.filter((one) => one.kind === kind))[0];
  return preferred ? [preferred, ...media.filter((one) => one !== preferred)] : media;
}

// Texts are UTF-8 whatever is said.
function withoutCharset(contentType: string): string {
  return contentType
    .toLowerCase()
    .replace(/\s/g, "")
    .replace(/;charset=[^;]*/g, "");
}

/** What a Media Type Object describes, as a key: what two describe in the same words is one schema. */
export function wording(media: Node): string {
  return JSON.stringify(
    [member(media, "schema")?.value, member(media, "itemSchema")?.value],
    (_, value: unknown) => (value instanceof ExactNumber ? value.toString() : value),
  );
}
