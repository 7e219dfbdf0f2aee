/** How the objects of a document are built, whatever they say. */
export const STRUCTURE: Readonly<Record<string, string>> = {
  "wrong-type": `A field of the document holds a value of another kind than the standard gives it. A text, a limit or a comment
that cannot be read is passed over, and so is nothing (null, [] or {}) where an object or a list belongs; where a schema
belongs, any value is taken. What holds more than that, and would be lost, is an error.`,
  "mended-value": `A value is written in another kind than the standard asks for, and there is but one thing it can mean: "3"
for 3, "true" for true, 1.0 for "1.0", or a type of another language for one of JSON Schema. It is read as that.`,
  "missing-field": `A field that the standard requires is not there. It is an error where nothing can be made of the object
without it, as with the name of a parameter.`,
  "unknown-field": `An object of the document has a field that the standard does not know, and that is no extension
either: those begin with "x-". It is passed over. A schema may have keywords of its own, so that there only those are told
that look like a slip of the pen.`,
  "exclusive-fields": `Some fields of an object exclude each other: "example" and "examples" of a parameter, "schema" and
"content", "value" and "externalValue" of an example, "encoding" and "itemEncoding", "readOnly" and "writeOnly" that are both true (OpenAPI 3.1, sections 4.8.12 and
4.8.19; OpenAPI 3.2, sections 4.12, 4.14 and 4.19).`,
  "misplaced-field": `The field has a meaning in other places only: "allowReserved" in query parameters (OpenAPI 3.2 has it
wherever text is percent-encoded), "style" beside "schema" (OpenAPI 3.1, section 4.8.12).`,
  "missing-container": `A document has at least one of "paths", "webhooks" and "components" (OpenAPI 3.1, section 4.8.1).`,
  "wrong-name": `The name of a header is a token (RFC 9110, section 5.1), that of a path parameter has no braces (OpenAPI
3.2, section 4.12), and that of a component has letters, digits, dots, dashes and underscores only (section 4.7).`,
  "invalid-server-variable": `The values of a server variable are a list that is not empty, and its default is one of them
(OpenAPI 3.1, section 4.8.6).`,
  "conflicting-parameters": `A parameter with "in: querystring" is the whole query of a URL, so that an operation has no more
than one of them, and none with "in: query" beside it (OpenAPI 3.2, section 4.12.1).`,
  "empty-enum": `"enum" without values allows nothing (JSON Schema 2020-12 Validation, section 6.1.2). That is hardly what is
meant.`,
  "duplicate-entry": `"required" and "enum" list each value once (JSON Schema 2020-12 Validation, sections 6.1.2 and 6.5.3).
The second changes nothing.`,
  "default-mismatch": `A default is a value that its schema allows (OpenAPI 3.1, section 4.8.24). This one is of another type.
It is shown in comments and used nowhere else.`,
  "impossible-property": `"additionalProperties: false" forbids what "properties" beside it does not name, whatever stands in
other parts of an allOf (JSON Schema 2020-12 Core, section 10.3.2.3). A property that is required and forbidden leaves no
object that is valid.`,
};
