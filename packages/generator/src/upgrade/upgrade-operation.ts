import type { Place } from "../diagnostics/diagnostic.ts";
import { below, child } from "../resolve/child.ts";
import type { Node } from "../resolve/spec-document.ts";
import { isPlainObject } from "./is-swagger.ts";
import { mediaTypesIn } from "./media-types.ts";
import { upgradeRequestBody } from "./upgrade-body.ts";
import { upgradeMap } from "./upgrade-map.ts";
import { upgradeObject } from "./upgrade-object.ts";
import { keptParameters, splitParameters } from "./upgrade-parameters.ts";
import type { Upgrading } from "./upgrading.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch"];
const GONE = ["consumes", "produces", "schemes", "parameters", "responses"];

/**
 * A Path Item Object. Its parameters in body and form become part of each of its operations: OpenAPI 3 has no bodies for
 * whole paths.
 */
export function upgradePathItem(node: Node, to: Place, upgrading: Upgrading): unknown {
  const { kept, bodies } = splitParameters(node, upgrading);
  const parameters = keptParameters(kept, below(to, "parameters"), upgrading);
  const members = Object.keys(Object(node.value)).flatMap((key): [string, unknown][] => {
    const member = child(node, key);
    if (!member) return [];
    if (key === "parameters" && Array.isArray(member.value)) {
      return parameters.length > 0 ? [[key, parameters]] : [];
    }
    const isOperation = METHODS.includes(key) && isPlainObject(member.value);
    return [
      [key, isOperation ? operation(member, bodies, below(to, key), upgrading) : member.value],
    ];
  });
  return Object.fromEntries(members);
}

/** An Operation Object that stands in no Path Item. */
export function upgradeOperation(node: Node, to: Place, upgrading: Upgrading): unknown {
  return operation(node, [], to, upgrading);
}

function operation(
  node: Node,
  inherited: readonly Node[],
  to: Place,
  upgrading: Upgrading,
): unknown {
  const { consumes, produces } = upgrading.media;
  const media = {
    consumes: mediaTypesIn(node, "consumes") ?? consumes,
    produces: mediaTypesIn(node, "produces") ?? produces,
  };
  const { kept, bodies } = splitParameters(node, upgrading);
  const parameters = keptParameters(kept, below(to, "parameters"), upgrading);
  const body = below(to, "requestBody");
  const requestBody = upgradeRequestBody(
    [...inherited, ...bodies],
    media.consumes,
    body,
    upgrading,
  );
  const responses = child(node, "responses");
  const rest = Object.entries(Object(node.value)).filter(([key]) => !GONE.includes(key));
  return {
    ...Object.fromEntries(rest),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody !== undefined && { requestBody }),
    ...(responses && { responses: upgradeResponses(responses, to, { ...upgrading, media }) }),
  };
}

function upgradeResponses(node: Node, operation: Place, upgrading: Upgrading): unknown {
  return upgradeMap(node, below(operation, "responses"), (member, to) =>
    upgradeObject(member, "response", to, upgrading),
  );
}
