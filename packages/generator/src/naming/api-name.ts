import { pascalCase } from "./casing.ts";

/**
 * The name of an API, from its title: `Swagger Petstore - OpenAPI 3.0` is `Petstore`, `GitHub v3 REST API` is `GitHub`. It begins the
 * name of the client, of its options and environment variables, so it has the words that tell this API from others and no more.
 */
export function apiName(title: string): string {
  const [head = ""] = title.split(/\s(?:with|for|by|from|using|via)\s|\s[-–—|]\s|[:(]/i);
  return telling(head) || telling(title) || pascalCase(title.replace(/\bAPI\b/gi, "")) || "Api";
}

function telling(title: string): string {
  const told = title.split(/[\s/_,-]+/).filter((word) => word !== "" && !SAYS_NOTHING.test(word));
  return pascalCase(told.join(" "));
}

/** What any API may be called: words for what it is, and versions. */
const SAYS_NOTHING =
  /^(?:the|an?|for|apis?|rest|restful|openapi|swagger|spec|specification|definition|documentation|docs|reference|v?\d+(?:\.\d+)*)$/i;
