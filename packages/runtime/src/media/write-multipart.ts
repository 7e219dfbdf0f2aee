import type { Binary, BodyMedia, EncodingDescriptor, WrittenBody } from "../contract.ts";
import { hasStyle, isWhole, writeForm } from "../serialize/form.ts";
import { checkHeader } from "../serialize/header.ts";
import { isList, isNested, scalarText } from "../serialize/style.ts";

type Piece = string | Binary;

/** One part before its header is written. */
interface Part {
  readonly name: string | undefined;
  readonly content: Piece;
  readonly fileName?: string | undefined;
  readonly type?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Writes an object as a multipart body: a part for each property, one for each item of a list. Bytes are files, objects
 * are JSON, everything else is text. An array as the whole makes parts without names. RFC 7578; RFC 2046, section 5.1;
 * OpenAPI 3.1, section 4.8.14.4.
 *
 * A `FormData` goes out as it is.
 *
 * @throws {TypeError} for a value that is no object, or a part whose header could not be sent.
 */
export function writeMultipart(value: unknown, media: BodyMedia): WrittenBody {
  if (value instanceof FormData) return { content: value };
  if (!isNested(value)) throw new TypeError("A multipart body is made of an object.");
  // 122 random bits: no part can be made to hold it.
  const boundary = crypto.randomUUID();
  const pieces: Piece[] = [];
  for (const part of partsOf(value, media.encoding ?? {})) {
    pieces.push(`--${boundary}\r\n${headerOf(part)}\r\n`, part.content, "\r\n");
  }
  pieces.push(`--${boundary}--\r\n`);
  const type = media.contentType.replace(/;.*/s, "").trim().replace("/*", "/form-data");
  return {
    content: joined(pieces),
    contentType: `${type}; boundary=${boundary}`,
  };
}

function partsOf(value: object, encoding: Readonly<Record<string, EncodingDescriptor>>): Part[] {
  if (isList(value)) return value.flatMap((item) => partOf(undefined, item, undefined));
  return Object.entries(value).flatMap(([name, property]: [string, unknown]) => {
    const own = Object.hasOwn(encoding, name) ? encoding[name] : undefined;
    if (own && hasStyle(own)) return styledParts(name, property, own);
    const items = isList(property) ? property : [property];
    return items.flatMap((item: unknown) => partOf(name, item, own));
  });
}

// Pairs of a form, unescaped: a part has room for any text.
function styledParts(name: string, value: unknown, encoding: EncodingDescriptor): Part[] {
  const pairs = new URLSearchParams(writeForm({ [name]: value }, { [name]: encoding }));
  return [...pairs].map(([key, content]) => ({ name: key, content, headers: encoding.headers }));
}

function partOf(
  name: string | undefined,
  value: unknown,
  encoding: EncodingDescriptor | undefined,
): Part[] {
  if (value === undefined) return [];
  const headers = encoding?.headers;
  if (isBinary(value)) return [{ name, headers, ...fileOf(name, value, encoding) }];
  if (isPart(value)) {
    const file = fileOf(name, value.content, encoding);
    const type = value.type ?? file.type;
    const own = {
      fileName: value.name ?? file.fileName,
      headers: { ...headers, ...value.headers },
    };
    return [{ name, ...file, type, ...own }];
  }
  const type = encoding?.contentType?.split(",")[0]?.trim();
  if (isWhole(encoding) || (isNested(value) && !type?.startsWith("text/"))) {
    return [
      {
        name,
        content: (encoding?.codec ?? JSON).stringify(value),
        type: type ?? "application/json",
        headers,
      },
    ];
  }
  return [{ name, content: scalarText(value), type, headers }];
}

function fileOf(
  name: string | undefined,
  content: Piece,
  encoding: EncodingDescriptor | undefined,
): Pick<Part, "content" | "fileName" | "type"> {
  const fileName = content instanceof Blob && "name" in content ? String(content.name) : name;
  const stated = encoding?.contentType?.split(",")[0]?.trim();
  const known = stated?.includes("*") ? undefined : stated;
  const own = content instanceof Blob && content.type ? content.type : undefined;
  return { content, fileName, type: own ?? known ?? "application/octet-stream" };
}

function isBinary(value: unknown): value is Binary {
  return (
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    value instanceof Uint8Array ||
    value instanceof ReadableStream
  );
}

function isPart(value: unknown): value is {
  readonly content: Piece;
  readonly name?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
} {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "content")) return false;
  const content: unknown = Reflect.get(value, "content");
  const known = ["content", "name", "type", "headers"];
  const isFile = isBinary(content) || typeof content === "string";
  return isFile && Object.keys(value).every((key) => known.includes(key));
}

/** Header lines, each with its line break. Nothing in a name, a type or a field can end a line. */
function headerOf({ name, fileName, type, headers = {} }: Part): string {
  let text = "";
  if (name !== undefined) {
    const file = fileName === undefined ? "" : `; filename="${escapeName(fileName)}"`;
    text += `Content-Disposition: form-data; name="${escapeName(name)}"${file}\r\n`;
  }
  if (type !== undefined) text += `Content-Type: ${checkHeader("content-type", type)}\r\n`;
  for (const [field, value] of Object.entries(headers)) {
    if (/^content-(?:type|disposition)$/i.test(field)) continue;
    text += `${field}: ${checkHeader(field, value)}\r\n`;
  }
  return text;
}

/** HTML Standard, section 4.10.21.8 (Multipart form data). */
function escapeName(name: string): string {
  return name.replace(/\r|\n|"/g, (sign) => (sign === '"' ? "%22" : sign === "\r" ? "%0D" : "%0A"));
}

/** A `Blob` has a length and can be sent again; only where a part is a stream, the whole is one. */
function joined(pieces: readonly Piece[]): Blob | ReadableStream<Uint8Array> {
  const fixed = pieces.filter(isFixed);
  if (fixed.length === pieces.length) return new Blob(fixed.map(blobPart));
  const chunks = chunksOf(pieces);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

type FixedPiece = Exclude<Piece, ReadableStream>;

function isFixed(piece: Piece): piece is FixedPiece {
  return !(piece instanceof ReadableStream);
}

function blobPart(piece: FixedPiece): Blob | string | ArrayBuffer | Uint8Array<ArrayBuffer> {
  return piece instanceof Uint8Array ? new Uint8Array(piece) : piece;
}

async function* chunksOf(pieces: readonly Piece[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const piece of pieces) {
    const stream = isFixed(piece) ? new Blob([blobPart(piece)]).stream() : piece;
    const reader = stream.getReader();
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
    } finally {
      reader.cancel().catch(() => undefined);
    }
  }
}
