import type { Place } from "../diagnostics/diagnostic.ts";
import { refOf } from "../resolve/ref-of.ts";
import type { Node } from "../resolve/spec-document.ts";
import { isPlainObject } from "./is-swagger.ts";
import { upgradeSchema } from "./library.ts";
import { mendSchema } from "./mend-schema.ts";
import { referSchemas } from "./schema-refs.ts";
import { upgradeMap } from "./upgrade-map.ts";
import { upgradeOperation, upgradePathItem } from "./upgrade-operation.ts";
import { isBodyParameter, keptParameter } from "./upgrade-parameters.ts";
import { upgradeAnswer } from "./upgrade-response.ts";
import type { Kind, Upgrading } from "./upgrading.ts";

/**
 * What stands at `node`, an object of Swagger 2.0 of that kind, as OpenAPI 3.0 has it. A reference stays one; what is no
 * object stays as it is, and the model says so.
 *
 * @param to Where the result will stand.
 */
export function upgradeObject(node: Node, kind: Kind, to: Place, upgrading: Upgrading): unknown {
  const { origins, media, refer } = upgrading;
  origins.record(to, node.at);
  if (!isPlainObject(node.value)) return node.value;
  // A Path Item may have members beside its reference, and so have schemas in real documents.
  if (refOf(node) !== undefined && kind !== "schema") {
    refer(node, kind);
    if (kind !== "pathItem") return node.value;
  }
  switch (kind) {
    case "schema":
      referSchemas(node, upgrading);
      return upgradedSchema(node, upgrading);
    case "parameter":
      // What is sent as a body is put into the operations that use it.
      return isBodyParameter(node.value) ? node.value : keptParameter(node, to, upgrading);
    case "response":
      return upgradeAnswer(node, media.produces, to, upgrading);
    case "operation":
      return upgradeOperation(node, to, upgrading);
    case "pathItem":
      return upgradePathItem(node, to, upgrading);
    case "schemas":
      return each(node, "schema", to, upgrading);
    case "parameters":
      return each(node, "parameter", to, upgrading);
    case "responses":
      return each(node, "response", to, upgrading);
    case "paths":
      return each(node, "pathItem", to, upgrading);
  }
}

function upgradedSchema({ value, at }: Node, { report }: Upgrading): unknown {
  const mended = mendSchema(value, at, report);
  return upgradeSchema(mended) ?? mended;
}

function each(node: Node, kind: Kind, to: Place, upgrading: Upgrading): unknown {
  return upgradeMap(node, to, (member, place) => upgradeObject(member, kind, place, upgrading));
}
