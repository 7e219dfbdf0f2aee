/** What a well-formed document says. */
export const MODEL: Readonly<Record<string, string>> = {
  "invalid-method": `A key of additionalOperations is an HTTP method, spelled as it is sent (OpenAPI 3.2, section 4.9.1;
RFC 9110, section 9.1). The methods that have a field of their own in the Path Item Object stand there.`,
  "path-without-slash": `Every path begins with "/" (OpenAPI 3.1, section 4.8.8.1), for it is appended to the URL of the
server as it stands. Without one it gets one.`,
  "unusual-path": `A path has blanks around it, a query, a fragment, a brace without its partner, or one parameter twice
(OpenAPI 3.1, section 4.8.8; OpenAPI 3.2, section 4.8.2). Blanks and fragments are cut off, for no server gets to see them;
the query is sent with every request, and not looked at by the generated server; a single brace is a character like others.`,
  "wrong-status": `A key of "responses" is a status of three digits, a range such as "4XX" with large letters, or "default"
(OpenAPI 3.1, section 4.8.16).`,
  "loose-discriminator": `A discriminator names a property that every variant has and requires (OpenAPI 3.1, section
4.8.25). Where one does not, a value need not say which variant it is: validators look at all of it, and the type of a oneOf does not
narrow by the property. That of a parent with children narrows where the property is there.`,
  "conflicting-paths": `Two paths are the same but for the names of their parameters, or for a query or a fragment (OpenAPI
3.1, section 4.8.8). A client can call both. A server cannot tell them apart: what both have is answered by the first.`,
  "wrong-pagination": `"x-specwright: { pagination: … }" tells how a list goes on. It names a parameter or a property that the
operation does not have, so nobody could turn its pages.`,
  "unknown-value": `A field allows certain words only, and this is none of them.`,
  "unsupported-keyword": `The keyword is of an older JSON Schema than 2020-12, and the generated code does not express it. Types
and validators accept more than the schema does; nothing that is valid is refused.`,
  "undeclared-path-parameter": `A path template names a parameter that is not declared (OpenAPI 3.1, section 4.8.8.2).`,
  "unused-path-parameter": `A parameter with "in: path" does not stand in the path template, so there is no place to put
it (OpenAPI 3.1, section 4.8.12).`,
  "duplicate-operation-id": `An operationId must be unique in the document (OpenAPI 3.1, section 4.8.10). The second one
is given another name, so that both can be called.`,
  "duplicate-parameter": `Name and location together must be unique among the parameters of an operation (OpenAPI 3.1,
section 4.8.10).`,
  "parameter-name-shared": `Two values of one operation have the same name, in different places such as path and query.
Callers pass them in one object, so one gets another key there.`,
  "invalid-pattern": `"pattern" is a regular expression of ECMA-262 (JSON Schema 2020-12 Validation, section 6.3.3).
Expressions of other languages differ in part.`,
  "slow-pattern": `A repetition within a repetition, such as (a+)+$, or a repeated choice between two that take the same
character. An engine that backtracks, which is what JavaScript has, tries every way to part a text before it gives up: 30
characters can take minutes, and a stranger chooses the text. Generated validators run such a pattern as a program that
takes time by the length of the text; one with look-arounds, back-references or word boundaries they cannot run so. The
pattern is found by its form, so one or another may be harmless; write it without the inner repetition.`,
  "empty-bounds": `A lower bound lies above its upper bound, so that no value is valid.`,
  "unknown-mapping": `A mapping of a discriminator names a schema by the name of a component or by a reference (OpenAPI 3.1,
section 4.8.25). There is none of that name. Where a discriminator does not tell all variants apart, they are told apart by
what they hold.`,
  "mapping-mismatch": `A mapping of a discriminator calls a schema by a value that the schema itself forbids, by "const" or
"enum". A discriminator changes no verdict (OpenAPI 3.1, section 4.8.25), so that such a value is never valid: types and
validators go by what the schema says.`,
  "unknown-security-scheme": `A security requirement names a scheme that is not declared under components (OpenAPI 3.1,
section 4.8.30).`,
  "unsupported-security-scheme": `The generated client cannot send credentials of this kind by itself.`,
  "self-reference": `A schema is made of itself with nothing in between, by $ref or by a composition.`,
  "no-operations": `The document describes no operations.`,
};
