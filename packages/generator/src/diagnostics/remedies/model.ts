import type { Remedies } from "./remedy.ts";

/** What a well-formed document says. */
export const MODEL_REMEDIES: Remedies = {
  "invalid-method": {
    fix: "Write the method as it is sent, or use the field that it has.",
    example: `additionalOperations: { POST: … }
post: …`,
  },
  "path-without-slash": {
    fix: "Begin the path with a slash.",
    example: `coupons: { get: … }
/coupons: { get: … }`,
  },
  "unusual-path": {
    fix: "Leave in the path what is the path of a URL, and declare the rest as parameters.",
    example: `/coupons?kind={kind}: { get: … }
/coupons: { get: { parameters: [{ name: kind, in: query, … }] } }`,
  },
  "wrong-status": {
    fix: "Write the status with three digits, its range in large letters, or the word default.",
    example: `"4xx": { description: Your mistake. }
"4XX": { description: Your mistake. }`,
  },
  "loose-discriminator": {
    fix: "Declare and require the property in each variant.",
    example: `Cat: { type: object, properties: { kind: { type: string } } }
Cat: { type: object, required: [kind], properties: { kind: { const: cat } } }`,
  },
  "conflicting-paths": {
    fix: "Put the operations of both under one path.",
    example: `/coupons/{id}: { get: … }
/coupons/{code}: { delete: … }
/coupons/{id}: { get: …, delete: … }`,
  },
  "wrong-pagination": {
    fix: "Write the names that the operation has; pointers lead into its answer.",
    example: `x-specwright: { pagination: { style: page, parameter: pge, items: /coupon } }
x-specwright: { pagination: { style: page, parameter: page, items: /coupons } }`,
  },
  "unknown-value": {
    fix: "Write one of the words that the message lists.",
    example: `{ name: limit, in: qurey }
{ name: limit, in: query }`,
  },
  "unsupported-keyword": {
    fix: "Write it with the keywords of JSON Schema 2020-12.",
    example: `{ $recursiveRef: "#" }
{ $dynamicRef: "#node" }`,
  },
  "undeclared-path-parameter": {
    fix: "Declare the parameter.",
    example: `/coupons/{coupon}:
  parameters: [{ name: coupon, in: path, required: true, schema: { type: string } }]`,
  },
  "unused-path-parameter": {
    fix: "Add the parameter to the path, or remove its declaration.",
    example: `/coupons:            with { name: coupon, in: path, … }
/coupons/{coupon}:`,
  },
  "duplicate-operation-id": {
    fix: "Give each operation an id of its own.",
    example: `operationId: coupons.list     under GET /coupons
operationId: coupons.create   under POST /coupons`,
  },
  "duplicate-parameter": {
    fix: "Remove one of the two, or rename it, if the API knows it by another name.",
    example: `parameters: [{ name: limit, in: query }, { name: limit, in: query }]
parameters: [{ name: limit, in: query }]`,
  },
  "parameter-name-shared": {
    fix: "Nothing, if the name reads well; otherwise rename one of the two.",
    example: "/coupons/{id} with a query parameter id: callers write { id } and { idQuery }",
  },
  "invalid-pattern": {
    fix: "Write the pattern in the syntax of JavaScript.",
    example: `pattern: (?i)red
pattern: "[rR][eE][dD]"`,
  },
  "slow-pattern": {
    fix: "Leave one way only to match the same characters.",
    example: `pattern: ^(a+)+$
pattern: ^a+$`,
  },
  "empty-bounds": {
    fix: "Exchange or widen the bounds.",
    example: `{ minLength: 8, maxLength: 4 }
{ minLength: 4, maxLength: 8 }`,
  },
  "unknown-mapping": {
    fix: "Correct the name, or remove the entry.",
    example: `mapping: { dog: Hound }
mapping: { dog: Dog }`,
  },
  "mapping-mismatch": {
    fix: "Let mapping and schema say the same value.",
    example: `mapping: { cat: Cat }      Cat: { properties: { kind: { const: feline } } }
mapping: { feline: Cat }`,
  },
  "unknown-security-scheme": {
    fix: "Declare the scheme, or correct its name.",
    example: `security: [{ token: [] }]
components: { securitySchemes: { token: { type: http, scheme: bearer } } }`,
  },
  "unsupported-security-scheme": {
    fix: "Give the client a fetch, or headers, that carry the credentials.",
    example: "new Client({ headers: { authorization: `Digest ${digest}` } })",
  },
  "self-reference": {
    fix: "Let a property or an array lie in between.",
    example: `Node: { allOf: [{ $ref: "#/components/schemas/Node" }] }
Node: { type: object, properties: { next: { $ref: "#/components/schemas/Node" } } }`,
  },
  "no-operations": {
    fix: "Describe operations, if there are any.",
    example: 'paths: { /coupons: { get: { responses: { "200": … } } } }',
  },
};
