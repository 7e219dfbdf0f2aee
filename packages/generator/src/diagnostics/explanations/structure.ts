/** Why the codes of `catalog/structure.ts` are reported. */
export const STRUCTURE: Readonly<Record<string, string>> = {
  "exclusive-fields": `Some fields of an object exclude each other: "example" and "examples" of a parameter, "schema" and
"content", "value" and "externalValue" of an example, "encoding" and "itemEncoding" (OpenAPI 3.1, sections 4.8.12 and
4.8.19; OpenAPI 3.2, sections 4.12, 4.14 and 4.19).`,
  "misplaced-field": `The field has a meaning in other places only: "allowReserved" in query parameters, "style" beside
"schema" (OpenAPI 3.1, section 4.8.12).`,
  "missing-container": `A document has at least one of "paths", "webhooks" and "components" (OpenAPI 3.1, section 4.8.1).`,
  "wrong-name": `The name of a header is a token (RFC 9110, section 5.1), and that of a path parameter has no braces (OpenAPI
3.2, section 4.12).`,
};
