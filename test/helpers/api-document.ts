import { bundleDocument } from "../../packages/generator/src/bundle/bundle-document.ts";
import { createReporter } from "../../packages/generator/src/diagnostics/reporter.ts";
import { readFileFromDisk } from "../../packages/generator/src/load/read-file.ts";
import { readSpec } from "../../packages/generator/src/load/read-spec.ts";
import { createSpecDocument } from "../../packages/generator/src/resolve/create-document.ts";
import { ownSpec } from "./corpus.ts";

/** A JSON object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A schema of the document, or a reference to one. */
export type JsonSchema = JsonObject;

/** One method on one path, its references followed. */
export interface DescribedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
  /** Those of the Path Item first. */
  readonly parameters: readonly JsonObject[];
  readonly body?: DescribedContent;
  readonly answer?: DescribedContent;
}

export interface DescribedContent {
  readonly mediaType: string;
  readonly schema: JsonSchema;
  /** Value of the example `typical`, where there is one. */
  readonly example?: unknown;
}

export interface DescribedWebhook {
  readonly name: string;
  readonly tags: readonly string[];
  readonly body: DescribedContent;
}

/** `spec/` as one document: the bundle that `specwright bundle` writes. */
export interface ApiDocument {
  readonly root: JsonObject;
  readonly schemas: ReadonlyMap<string, JsonSchema>;
  readonly operations: readonly DescribedOperation[];
  readonly webhooks: readonly DescribedWebhook[];
  /** What a value stands for: itself, or the end of its chain of references. */
  follow(value: unknown): JsonObject;
}

/** Reads and bundles `spec/`; throws when it has errors. */
export async function readApiDocument(): Promise<ApiDocument> {
  const { report, diagnostics } = createReporter();
  const spec = await readSpec({ path: ownSpec.path, cwd: "/" }, readFileFromDisk, report);
  const bundle = spec && bundleDocument(createSpecDocument(spec, report), report);
  const wrong = diagnostics.filter(({ severity }) => severity === "error");
  if (!bundle || wrong.length > 0) throw new Error(`spec/ has errors: ${JSON.stringify(wrong)}`);
  return describeDocument(objectAt(bundle));
}

function describeDocument(root: JsonObject): ApiDocument {
  const follow = (value: unknown): JsonObject => {
    let found = objectAt(value);
    while (typeof found["$ref"] === "string") found = pointed(root, found["$ref"]);
    return found;
  };
  const pathItems = Object.entries(objectAt(root["paths"]));
  const webhooks = Object.entries(objectAt(root["webhooks"]));
  return {
    root,
    follow,
    schemas: new Map(
      Object.entries(objectAt(objectAt(root["components"])["schemas"])).map(([name, schema]) => [
        name,
        objectAt(schema),
      ]),
    ),
    operations: pathItems.flatMap(([path, item]) => operationsOf(path, follow(item), follow)),
    webhooks: webhooks.map(([name, item]) => {
      const post = objectAt(follow(item)["post"]);
      const body = contentOf(follow(post["requestBody"]), follow);
      if (!body) throw new Error(`the webhook ${name} has no body`);
      return { name, tags: strings(post["tags"]), body };
    }),
  };
}

type Follow = ApiDocument["follow"];

function operationsOf(path: string, item: JsonObject, follow: Follow): DescribedOperation[] {
  const shared = list(item["parameters"]).map(follow);
  return ["get", "put", "post", "delete", "patch"].flatMap((method) => {
    if (!(method in item)) return [];
    const node = objectAt(item[method]);
    const body = "requestBody" in node ? contentOf(follow(node["requestBody"]), follow) : undefined;
    const answer = contentOf(follow(objectAt(node["responses"])["200"]), follow);
    return {
      id: String(node["operationId"]),
      method: method.toUpperCase(),
      path,
      tags: strings(node["tags"]),
      parameters: [...shared, ...list(node["parameters"]).map(follow)],
      ...(body && { body }),
      ...(answer && { answer }),
    };
  });
}

function contentOf(holder: JsonObject, follow: Follow): DescribedContent | undefined {
  const [first] = Object.entries(objectAt(holder["content"]));
  if (!first) return undefined;
  const media = objectAt(first[1]);
  const typical = objectAt(media["examples"])["typical"];
  return {
    mediaType: first[0],
    schema: objectAt(media["schema"]),
    ...(typical !== undefined && { example: follow(typical)["value"] }),
  };
}

function pointed(root: JsonObject, ref: string): JsonObject {
  const parts = ref.slice(2).split("/");
  const names = parts.map((part) =>
    decodeURIComponent(part).replace(/~1/g, "/").replace(/~0/g, "~"),
  );
  return objectAt(names.reduce<unknown>((value, name) => objectAt(value)[name], root));
}

/** The value as an object; an empty one where it is none. */
export function objectAt(value: unknown): JsonObject {
  return typeof value === "object" && value !== null ? (value as JsonObject) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function strings(value: unknown): readonly string[] {
  return list(value).map(String);
}
