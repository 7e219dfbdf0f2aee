import { createRequire } from "node:module";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { addCookie } from "../../packages/runtime/src/request/cookie.ts";
import { writeUrlEncoded } from "../../packages/runtime/src/media/write-content.ts";
import { writeMultipart } from "../../packages/runtime/src/media/write-multipart.ts";
import type {
  BodyMedia,
  ParameterDescriptor,
  ParameterStyle,
} from "../../packages/runtime/src/contract.ts";
import { writeHeader } from "../../packages/runtime/src/serialize/header.ts";
import { writePath } from "../../packages/runtime/src/serialize/path.ts";
import { writeForm } from "../../packages/runtime/src/serialize/form.ts";
import { writeQueryString } from "../../packages/runtime/src/serialize/query-string.ts";
import { writePairs, writeQuery } from "../../packages/runtime/src/serialize/query.ts";
import type { Route, Shape } from "../../packages/runtime/src/server/contract.ts";
import {
  cookieValue,
  decodeCookie,
  decodeHeader,
  decodePathParameter,
  decodeQuery,
  keyOf,
  shapeOf,
} from "../../packages/runtime/src/server/decode/parameters.ts";
import { decodeQueryString } from "../../packages/runtime/src/server/decode/query-string.ts";
import { decodeForm } from "../../packages/runtime/src/server/decode/form.ts";
import { decodeMultipart } from "../../packages/runtime/src/server/decode/multipart.ts";
import { alternatives, objectShapes } from "../../packages/runtime/src/server/decode/shapes.ts";
import { defaultLimits } from "../../packages/runtime/src/server/limits.ts";
import { parseMediaType } from "../../packages/runtime/src/server/media-type.ts";
import { corpusDocuments, ownSpec } from "../helpers/corpus.ts";
import { generateDocument } from "../helpers/generate.ts";
import { lay, workbench } from "../helpers/workbench.ts";
import { createRandom } from "./sample-values.ts";
import { ShapeValues } from "./shape-values.ts";

// What the client writes, the server reads: for every parameter and form of every document, in whatever style.

/** The routes of a document: descriptors with the shapes that servers decode by. */
async function loadRoutes(path: string): Promise<readonly Route[]> {
  const folder = workbench("parameters");
  lay(folder, await generateDocument({ path }, "inline"));
  const outfile = join(folder, "server.cjs");
  await build({
    entryPoints: [join(folder, "server-stubs/server.ts")],
    outfile,
    bundle: true,
    format: "cjs",
    platform: "node",
    logLevel: "error",
  });
  const server: Readonly<Record<string, unknown>> = createRequire(import.meta.url)(outfile);
  const [, routes] = Object.entries(server).find(([name]) => name.endsWith("Routes")) ?? [];
  if (typeof routes !== "function") throw new Error(`${path} has no routes`);
  return routes(anyHandlers());
}

/** Handlers of every resource, however deep. */
function anyHandlers(): object {
  return new Proxy({}, { get: () => anyHandlers() });
}

/** The value as the server has it. */
function travelled(parameter: ParameterDescriptor, shape: Shape, value: unknown): unknown {
  const { name, style, explode } = parameter;
  const limits = defaultLimits;
  switch (parameter.in) {
    case "path":
      return decodePathParameter(writePath(name, value, style, explode), parameter, shape, limits);
    case "querystring": {
      const query = writeQueryString(value, parameter).slice(1);
      return decodeQueryString(query, parameter, shape, new Set(), limits);
    }
    case "header":
      return decodeHeader(writeHeader(name, value, explode), parameter, shape, limits);
    case "cookie": {
      const headers: Record<string, string> = {};
      addCookie(headers, writePairs(name, value, style, explode, undefined, "; ").slice(2));
      const raw = cookieValue(headers["cookie"] ?? null, name);
      return raw === undefined ? undefined : decodeCookie(raw, parameter, shape, limits);
    }
    default: {
      const whole: Shape = { object: { [keyOf(parameter)]: shape } };
      const query = writeQuery(parameter, value).slice(1);
      return decodeQuery(query, [parameter], whole, limits).values[keyOf(parameter)];
    }
  }
}

/** The form as the server has it. */
async function travelledForm(media: BodyMedia, shape: Shape, value: object): Promise<unknown> {
  const limits = defaultLimits;
  if (!media.contentType.startsWith("multipart/")) {
    return decodeForm(writeForm({ ...value }, media.encoding), shape, media.encoding, limits);
  }
  const { content, contentType = "" } = writeMultipart(value, media);
  const bytes = new Uint8Array(await new Response(content).arrayBuffer());
  return decodeMultipart(bytes, parseMediaType(contentType), shape, media.encoding ?? {}, limits);
}

interface Tally {
  readonly complaints: string[];
  readonly parameters: number;
}

async function judge(path: string): Promise<Tally> {
  const complaints: string[] = [];
  let parameters = 0;
  for (const { operation, path: shapes, shape, shapes: byType } of await loadRoutes(path)) {
    for (const parameter of operation.parameters) {
      parameters += 1;
      const key = keyOf(parameter);
      const own: Shape =
        parameter.in === "path" ? (shapes?.[key] ?? "string") : shapeOf(shape, key);
      const complaint = complain(parameter, own);
      if (complaint !== undefined) complaints.push(`${operation.id}: ${complaint}`);
    }
    const { body } = operation;
    for (const media of body ? [body, ...(body.alternatives ?? [])] : []) {
      if (!FORM.test(media.contentType)) continue;
      const own = byType?.[media.contentType] ?? shape ?? "unknown";
      const whole = media.from === "body" ? shapeOf(own, "body") : own;
      const complaint = await complainOfForm(media, whole, operation.id.length);
      if (complaint !== undefined) complaints.push(`${operation.id}: ${complaint}`);
    }
  }
  return { complaints, parameters };
}

const FORM_TYPE = "application/x-www-form-urlencoded";
const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/)/;

async function complainOfForm(
  media: BodyMedia,
  shape: Shape,
  seed: number,
): Promise<string | undefined> {
  const values = new ShapeValues(createRandom(seed));
  for (let round = 0; round < ROUNDS; round += 1) {
    const value = formValue(values, media, shape);
    if (Object.keys(value).length === 0) continue;
    const read = await travelledForm(media, shape, value);
    if (!isDeepStrictEqual(read, value)) {
      return `${media.contentType} ${JSON.stringify(value)} was read as ${JSON.stringify(read)}`;
    }
  }
  return undefined;
}

/** What a form of this shape may hold, but for files. */
function formValue(values: ShapeValues, media: BodyMedia, shape: Shape): object {
  const [object] = objectShapes(shape);
  const entries = Object.entries(object?.object ?? {}).flatMap(([name, property]) => {
    if (holdsFiles(property)) return [];
    const { style, explode } = media.encoding?.[name] ?? {};
    const value = values.make(
      { name, in: "query", ...(style && { style }), ...(explode !== undefined && { explode }) },
      property,
    );
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

function holdsFiles(shape: Shape): boolean {
  return alternatives(shape).some((one) =>
    typeof one === "string" ? one === "binary" : "array" in one && holdsFiles(one.array),
  );
}

const ROUNDS = 20;

function complain(parameter: ParameterDescriptor, shape: Shape): string | undefined {
  const values = new ShapeValues(createRandom(parameter.name.length));
  for (let round = 0; round < ROUNDS; round += 1) {
    const value = values.make(parameter, shape);
    if (value === undefined) continue;
    const read = travelled(parameter, shape, value);
    if (JSON.stringify(read) !== JSON.stringify(value)) {
      return `${JSON.stringify(parameter)} ${JSON.stringify(value)} was read as ${JSON.stringify(read)}`;
    }
  }
  return undefined;
}

/** Every style of the standard's table in each place. OpenAPI 3.1, section 4.8.12.2. */
const STYLES: readonly (readonly [ParameterDescriptor["in"], readonly ParameterStyle[]])[] = [
  ["path", ["simple", "label", "matrix"]],
  ["query", ["form", "spaceDelimited", "pipeDelimited", "deepObject"]],
  ["header", ["simple"]],
  ["cookie", ["form"]],
];

const SHAPES: readonly Shape[] = [
  "string",
  "integer",
  { anyOf: ["boolean", "number"] },
  { array: "string" },
  { array: "integer" },
  { object: { R: "integer", ä: "string", "a.b": "string" } },
  { anyOf: ["integer", { object: { gte: "integer", lt: "integer" } }] },
];

const table = STYLES.flatMap(([place, styles]) =>
  styles.flatMap((style) =>
    [true, false].flatMap((explode) =>
      SHAPES.map((shape) => ({ in: place, style, explode, shape, name: "color" })),
    ),
  ),
);

describe("the server reads what the client writes", () => {
  it.each(table.filter(isWritable))(
    "in $in, style $style, explode $explode: $shape",
    ({ shape, ...parameter }) => {
      expect(complain(parameter, shape)).toBeUndefined();
    },
  );
});

describe("the server reads the whole query that the client writes", () => {
  const object: Shape = {
    object: {
      R: "integer",
      ä: "string",
      "a.b": { array: "integer" },
      deep: { object: { x: { array: "string" } } },
    },
  };
  const types = [FORM_TYPE, "application/json", "text/plain"];
  it.each(types)("as %s", (contentType) => {
    const values = new ShapeValues(createRandom(7));
    const parameter = { in: "querystring", name: "all", contentType, required: true } as const;
    const shape = contentType === "text/plain" ? "string" : object;
    for (let round = 0; round < 200; round += 1) {
      const value =
        typeof shape === "string"
          ? `ä&=+%#? ${round}`
          : formValue(values, { contentType, write: writeUrlEncoded }, shape);
      expect(travelled(parameter, shape, value)).toEqual(value);
    }
  });
});

describe("the server reads what the client writes as JSON", () => {
  const values = [{ a: [1, null, "ä,=; %"], b: { c: true } }, [], {}, "text", "", 5, null, [[]]];
  const places = ["path", "query", "header", "cookie"] as const;
  const cases = places.flatMap((place) => values.map((value) => ({ in: place, value })));
  it.each(cases.filter((one) => one.in !== "header" || isLatin(one.value)))(
    "in $in: $value",
    ({ in: place, value }) => {
      const parameter = { in: place, name: "filter", contentType: "application/json" };
      expect(travelled(parameter, "unknown", JSON.stringify(value))).toEqual(value);
    },
  );
});

function isLatin(value: unknown): boolean {
  return !JSON.stringify(value).includes("ä");
}

// What the standard's table leaves out: an object or a list that is spread out in a cookie has no name of its own to be
// found by, and the styles of delimiters do not spread objects.
function isWritable({ in: place, style, explode, shape }: (typeof table)[number]): boolean {
  const isObject = typeof shape === "object" && !("array" in shape);
  const isList = typeof shape === "object" && "array" in shape;
  if (place === "cookie") return !explode || !(isObject || isList);
  if (style.endsWith("Delimited") && explode) return !isObject;
  return style === "deepObject" ? isObject : true;
}

const documents = [{ name: "spec/", ...ownSpec }, ...corpusDocuments("judges/parameters")];

describe("the server reads what the client writes", () => {
  it.each(documents)(
    "for every parameter and form of $name",
    { timeout: 240_000 },
    async ({ path }) => {
      const { complaints, parameters } = await judge(path);
      expect(parameters).toBeGreaterThan(10);
      expect(complaints.slice(0, 10)).toEqual([]);
    },
  );
});
