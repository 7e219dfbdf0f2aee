import type { Place } from "../diagnostics/diagnostic.ts";
import { child } from "../resolve/child.ts";
import { refOf } from "../resolve/ref-of.ts";
import type { Node } from "../resolve/spec-document.ts";
import { isPlainObject } from "./is-swagger.ts";
import { upgradeDefinitions, upgradeSecurityScheme } from "./library.ts";
import { mediaTypesIn } from "./media-types.ts";
import { mendSchema } from "./mend-schema.ts";
import { referSchemas } from "./schema-refs.ts";
import { upgradeAddress } from "./upgrade-address.ts";
import { upgradeMap } from "./upgrade-map.ts";
import { upgradeObject } from "./upgrade-object.ts";
import { isBodyParameter } from "./upgrade-parameters.ts";
import type { Upgrading } from "./upgrading.ts";

/** Members of the Swagger Object that have other names, or other forms, in the OpenAPI Object. */
const MOVED = new Set(
  (
    "swagger host basePath schemes consumes produces paths " +
    "definitions parameters responses securityDefinitions"
  ).split(" "),
);

/** The Swagger Object → the OpenAPI Object. */
export function upgradeDocument(root: Node, upgrading: Upgrading): unknown {
  const media = {
    consumes: mediaTypesIn(root, "consumes") ?? [],
    produces: mediaTypesIn(root, "produces") ?? [],
  };
  const scope = { ...upgrading, media };
  const { file } = root.at;
  const rest = Object.entries(Object(root.value)).filter(([key]) => !MOVED.has(key));
  const swagger = child(root, "swagger");
  if (swagger) scope.origins.record({ file, pointer: "/openapi" }, swagger.at);
  // Components first: what they share with operations is found there.
  const components = upgradeComponents(root, scope);
  const servers = upgradeAddress(root, scope.origins);
  const paths = child(root, "paths");
  return {
    ...(swagger && { openapi: "3.0.4" }),
    ...Object.fromEntries(rest),
    ...(servers && { servers }),
    ...(paths && { paths: upgradeObject(paths, "paths", { file, pointer: "/paths" }, scope) }),
    ...(Object.keys(components).length > 0 && { components }),
  };
}

function upgradeComponents(root: Node, upgrading: Upgrading): Record<string, unknown> {
  const components: Record<string, unknown> = {};
  const add = (key: string, section: string, upgrade: (node: Node, to: Place) => unknown): void => {
    const node = child(root, key);
    if (!node) return;
    const to = { file: root.at.file, pointer: `/components/${section}` };
    upgrading.origins.record(to, node.at);
    components[section] = upgrade(node, to);
  };
  add("definitions", "schemas", (node, to) => definitions(node, to, upgrading));
  add("parameters", "parameters", (node, to) => parameters(node, to, upgrading));
  add("responses", "responses", (node, to) => upgradeObject(node, "responses", to, upgrading));
  add("securityDefinitions", "securitySchemes", (node, to) =>
    upgradeMap(node, to, ({ value }) => upgradeSecurityScheme(value) ?? value),
  );
  return components;
}

function definitions(node: Node, to: Place, upgrading: Upgrading): unknown {
  const mended = refOf(node) === undefined && mendedSchemas(node, upgrading);
  const upgraded = mended && upgradeDefinitions(mended);
  return upgraded || upgradeObject(node, "schemas", to, upgrading);
}

function mendedSchemas(node: Node, upgrading: Upgrading): object | undefined {
  if (!isPlainObject(node.value)) return undefined;
  const members = Object.keys(node.value).flatMap((name): [string, unknown][] => {
    const schema = child(node, name);
    if (!schema) return [];
    referSchemas(schema, upgrading);
    return [[name, mendSchema(schema.value, schema.at, upgrading.report)]];
  });
  return Object.fromEntries(members);
}

function parameters(node: Node, to: Place, upgrading: Upgrading): unknown {
  const all = upgradeObject(node, "parameters", to, upgrading);
  if (!isPlainObject(all)) return all;
  return Object.fromEntries(Object.entries(all).filter(([, value]) => !isBodyParameter(value)));
}
