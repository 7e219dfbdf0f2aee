import { emptyContent, ignoredBody } from "../diagnostics/catalog/bodies.ts";
import { missingField } from "../diagnostics/catalog/model.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Encoding, HttpMethod, MediaType, Schema, SchemaId } from "./api-model.ts";
import { buildEncoding } from "./build-encoding.ts";
import { buildSchema, hoistComposite, partName } from "./build-schema.ts";
import type { ModelContext } from "./context.ts";
import { essence } from "./media-kind.ts";
import { mediaNames } from "./media-name.ts";
import { withFiles } from "./multipart-files.ts";
import { flag, member, object } from "./read.ts";
import { type Media, readContent, wording } from "./read-content.ts";
import { itemNode } from "./sequence.ts";

/** A Request Body Object before it is gathered with the parameters. OpenAPI 3.1, section 4.8.13. */
export interface Body {
  readonly required: boolean;
  /** The preferred one first; never empty. */
  readonly content: readonly BodyContent[];
}

export interface BodyContent extends MediaType {
  readonly schema: Schema;
  readonly encoding: readonly Encoding[];
}

/** Methods whose requests `fetch` sends without a body. Fetch Standard, section 5.4 (Request class). */
const BODILESS: ReadonlySet<string> = new Set(["GET", "HEAD"]);

export function buildBody(
  operation: Node,
  method: HttpMethod,
  name: SchemaId,
  context: ModelContext,
): Body | undefined {
  if (!member(operation, "requestBody")) return undefined;
  const body = object(operation, "requestBody", context);
  if (!body) return undefined;
  if (BODILESS.has(method)) {
    context.report(ignoredBody(body.at, method));
    return undefined;
  }
  const media = readContent(body, context);
  if (media.length === 0) {
    const isEmpty = member(body, "content") !== undefined;
    context.report(
      isEmpty
        ? emptyContent(body.at)
        : missingField(body.at, "content", "A Request Body Object", "warning"),
    );
    return undefined;
  }
  const known = new Map<string, Schema>();
  const wordOf = mediaNames(media);
  const content = media.map((one, index): BodyContent => {
    const encoding = buildEncoding(one.node, context);
    // What two media types describe in the same words is one schema.
    const key = `${isPlain(one) ? one.kind : ""} ${wording(one.node)}`;
    const own = index === 0 ? name : partName(name, wordOf(one.contentType));
    const schema = known.get(key) ?? bodySchema(one, own, context);
    known.set(key, schema);
    const { contentType, kind } = one;
    const files = kind === "multipart" ? withFiles(schema, encoding, own, context) : schema;
    return { contentType, kind: isBytes(files) ? "binary" : kind, schema: files, encoding };
  });
  return { required: flag(body, "required", context) === true, content };
}

/** Whether the kind alone tells what the schema is. */
function isPlain({ kind }: Media): boolean {
  return kind === "text" || kind === "events" || kind === "binary";
}

function isBytes(schema: Schema): boolean {
  return schema.kind === "binary";
}

function bodySchema(media: Media, name: SchemaId, context: ModelContext): Schema {
  const { kind, node } = media;
  const docs = {};
  switch (kind) {
    case "text":
    case "events":
      return { kind: "string", nullable: false, docs };
    case "binary":
      return { kind: "binary", part: false, nullable: false, docs };
    case "lines":
    case "sequence": {
      const item = itemNode(node, context);
      const own = partName(name, "item");
      const built: Schema = item
        ? hoistComposite(buildSchema(item, own, context), own, context)
        : { kind: "unknown", nullable: false, docs };
      return { kind: "array", items: built, uniqueItems: false, nullable: false, docs };
    }
    default:
      return described(media, name, context);
  }
}

function described({ node, contentType }: Media, name: SchemaId, context: ModelContext): Schema {
  const schema = member(node, "schema");
  const built: Schema = schema
    ? buildSchema(schema, name, context)
    : { kind: "unknown", nullable: false, docs: {} };
  const { docs } = built;
  // A range with bytes for a schema is not JSON.
  return essence(contentType).includes("*") && built.kind === "string" && built.format === "binary"
    ? { kind: "binary", part: false, nullable: false, docs }
    : built;
}
