import type { Remedies } from "./remedy.ts";

/** What `specwright bundle` and `specwright lint` tell. */
export const LINT_REMEDIES: Remedies = {
  "bundle-too-large": {
    fix: "Move what is repeated to components, where it is referred to and not copied.",
    example: 'schema: { $ref: "#/components/schemas/Coupon" }',
  },
  "output-is-no-file": {
    fix: "Name a file that ends in .json or .yaml.",
    example: "specwright bundle --output dist/openapi.yaml",
  },
  "output-is-input": {
    fix: "Name another file.",
    example: "specwright bundle spec/openapi.yaml --output dist/openapi.yaml",
  },
  "operation-without-id": {
    fix: "Give the operation an id: the resource, a dot, and a verb.",
    example: "operationId: coupons.list",
  },
  "operation-without-summary": {
    fix: "Add a line that says what the operation does.",
    example: "summary: Lists coupons, newest first.",
  },
  "operation-without-tag": {
    fix: "Give the operation a tag that the document declares.",
    example: `tags: [{ name: Coupons, description: What makes a price smaller. }]
tags: [Coupons]   in the operation`,
  },
  "operation-without-success": {
    fix: "Describe the answer of success.",
    example: '"200": { description: The coupon., content: … }',
  },
  undescribed: {
    fix: "Say what it is, in which unit, within which bounds, and when it is null.",
    example: "description: Share of the price that is taken off, in percent.",
  },
  "example-mismatch": {
    fix: "Correct the example, or the schema if the example is real.",
    example: `{ type: integer, example: "1" }
{ type: integer, example: 1 }`,
  },
  "unused-component": {
    fix: "Remove the component, or refer to it.",
    example: 'schema: { $ref: "#/components/schemas/Coupon" }',
  },
  "ineffective-keyword": {
    fix: "Remove the keyword, or correct the type.",
    example: `{ type: integer, pattern: "^[0-9]{4}$" }
{ type: integer, minimum: 1000, maximum: 9999 }`,
  },
  "unused-tag": {
    fix: "Remove the tag, or give it to the operations it is for.",
    example: "tags: [Coupons]   in an operation",
  },
  "overlapping-variants": {
    fix: "Use anyOf, or tell the variants apart by a property that each of them requires.",
    example: `oneOf: [{ type: integer }, { type: number }]
anyOf: [{ type: integer }, { type: number }]`,
  },
  "closed-part": {
    fix: "Close the whole instead of its parts.",
    example: `allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { code: … } }]
unevaluatedProperties: false`,
  },
  "ineffective-default": {
    fix: "Remove the default, or let the parameter be left out.",
    example: `{ name: limit, in: query, required: true, schema: { type: integer, default: 10 } }
{ name: limit, in: query, schema: { type: integer, default: 10 } }`,
  },
  "nullable-enum": {
    fix: "List null among the values.",
    example: `{ type: string, nullable: true, enum: [red, green] }
{ type: string, nullable: true, enum: [red, green, null] }`,
  },
  "standard-rule": {
    fix: "Do what the rule asks for; the message names it.",
    example: `/coupons/:
/coupons:`,
  },
  "standard-failed": {
    fix: "Look at what the message says of the reason; most often an extension refers in a circle.",
    example: 'x-a: { b: { $ref: "#/x-a/c" }, c: { $ref: "#/x-a/b" } }',
  },
};
