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
