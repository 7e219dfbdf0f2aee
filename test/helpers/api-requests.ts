import type { ReadApi } from "../../packages/generator/src/reading.ts";
import type { Operation } from "../../packages/generator/src/model/api-model.ts";
import { sample } from "../../packages/sandbox/src/schema/minimal.ts";
import { Schemas } from "../../packages/sandbox/src/schema/schemas.ts";
import { formOf } from "./sandbox.ts";

/** A request as text, so that it can be bent. */
export interface PlainRequest {
  readonly operation: string;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One request for each operation: with the values that the document shows, or with the least that its schemas allow. */
export function requestsOf({ model, examples }: ReadApi): PlainRequest[] {
  const schemas = new Schemas(model);
  return model.resources.flatMap(({ operations }) =>
    operations.map((operation) => {
      const shown = examples.operations[`${operation.method} ${operation.path}`];
      const value = ({ name, schema }: Operation["parameters"][number]): string => {
        const made = shown?.parameters[name] ?? sample(schema, schemas);
        return typeof made === "object" ? "x" : String(made) || "x";
      };
      const path = operation.path.replaceAll(/\{([^}]*)\}/g, (_, name: string) => {
        const parameter = operation.parameters.find(
          (one) => one.in === "path" && one.name === name,
        );
        return encodeURIComponent(parameter ? value(parameter) : "x");
      });
      const query = operation.parameters
        .filter((one) => one.in === "query" && one.required)
        .map((one) => `${encodeURIComponent(one.name)}=${encodeURIComponent(value(one))}`);
      const [media] = operation.requestBody?.content ?? [];
      // An example that is not what its schema says gives as much as is right.
      const given = media && sample(media.schema, schemas, shown?.requests[0]);
      return {
        operation: operation.id,
        method: operation.method,
        target: [path, ...(query.length > 0 ? [query.join("&")] : [])].join("?"),
        headers: {
          ...credentials(model),
          ...(media && { "content-type": typeOf(media) }),
        },
        ...(media && { body: bodyOf(media, given) }),
      };
    }),
  );
}

type Media = NonNullable<Operation["requestBody"]>["content"][number];

/** None of the values that are made has it. */
const BOUNDARY = "----part";

function typeOf({ kind, contentType }: Media): string {
  if (kind === "multipart") return `${contentType}; boundary=${BOUNDARY}`;
  return contentType.includes("*") ? "application/json" : contentType;
}

function bodyOf({ kind }: Media, given: unknown): string {
  if (kind === "form") return formOf(given);
  if (kind === "multipart") return partsOf(given);
  return JSON.stringify(given) ?? "";
}

/** RFC 7578. A file has a name, and some text in it. */
function partsOf(given: unknown): string {
  const parts = Object.entries(Object(given)).map(([name, value]) => {
    const isFile = value instanceof Blob;
    const text = isFile ? "text" : typeof value === "string" ? value : JSON.stringify(value);
    const field = `form-data; name="${name}"${isFile ? '; filename="a.txt"' : ""}`;
    return `--${BOUNDARY}\r\ncontent-disposition: ${field}\r\n\r\n${text}\r\n`;
  });
  return `${parts.join("")}--${BOUNDARY}--\r\n`;
}

function credentials({ securitySchemes }: ReadApi["model"]): Record<string, string> {
  const keys = securitySchemes.flatMap((scheme) =>
    scheme.type === "apiKey" && scheme.in === "header" ? [[scheme.name.toLowerCase(), "key"]] : [],
  );
  const isBasic = securitySchemes.some(
    (scheme) => scheme.type === "http" && scheme.scheme === "basic",
  );
  return {
    ...Object.fromEntries(keys),
    authorization: isBasic ? `Basic ${btoa("key:secret")}` : "Bearer key",
  };
}

export function toRequest({ method, target, headers, body }: PlainRequest): Request {
  const isBodiless = method === "GET" || method === "HEAD";
  return new Request(`http://localhost${target}`, {
    method,
    headers,
    ...(body !== undefined && !isBodiless && { body }),
  });
}
