import { upgradeFromTwoToThree } from "@scalar/openapi-upgrader/2.0-to-3.0";
import { getValue } from "../resolve/json-pointer.ts";
import { mask, unmask } from "./mask.ts";

/**
 * The one file that knows the library which turns Swagger 2.0 into OpenAPI 3.0.
 *
 * It is given one object at a time, in a document made for that object alone. So an object that it cannot digest harms no
 * other, it never meets a reference that it would follow wrongly, and we know where each of its results came from.
 */

/** @returns `undefined` when the library gives up. */
function upgraded(members: object, tokens: readonly string[]): unknown {
  try {
    const document = Object(mask({ swagger: "2.0", ...members }));
    return unmask(getValue(upgradeFromTwoToThree(document), tokens)?.value);
  } catch {
    // It throws for parameters without `in` and stumbles over `null`: what cannot be turned stays as it was.
    return undefined;
  }
}

/** Definitions Object → Schema Objects by name; together, for subtypes add to the discriminators of others. */
export function upgradeDefinitions(definitions: unknown): unknown {
  return upgraded({ definitions }, ["components", "schemas"]);
}

/** A Schema Object of any place. */
export function upgradeSchema(schema: unknown): unknown {
  const part = upgraded({ responses: { it: { schema } } }, ["components", "responses", "it"]);
  return getValue(part, ["content", "application/json", "schema"])?.value;
}

/** A Parameter Object in path, query or header. */
export function upgradeParameter(parameter: unknown): unknown {
  return upgraded({ parameters: { it: parameter } }, ["components", "parameters", "it"]);
}

/** A Parameter Object in body → Request Body Object. */
export function upgradeBody(parameter: unknown, consumes: readonly string[]): unknown {
  const members = { parameters: { it: parameter }, consumes };
  return upgraded(members, ["components", "requestBodies", "it"]);
}

/** Parameter Objects in formData, all of one operation → Request Body Object. */
export function upgradeForm(parameters: readonly unknown[], consumes: readonly string[]): unknown {
  const paths = { "/": { post: { parameters, consumes } } };
  return upgraded({ paths }, ["paths", "/", "post", "requestBody"]);
}

/** A Response Object. */
export function upgradeResponse(response: unknown, produces: readonly string[]): unknown {
  const members = { responses: { it: response }, produces };
  return upgraded(members, ["components", "responses", "it"]);
}

/** A Security Scheme Object. */
export function upgradeSecurityScheme(scheme: unknown): unknown {
  const members = { securityDefinitions: { it: scheme } };
  return upgraded(members, ["components", "securitySchemes", "it"]);
}

/** `host`, `basePath` and `schemes` → Server Objects. */
export function upgradeServers(address: object): unknown {
  return upgraded(address, ["servers"]);
}
