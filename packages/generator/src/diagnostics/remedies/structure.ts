import type { Remedies } from "./remedy.ts";

/** How the objects of a document are built. */
export const STRUCTURE_REMEDIES: Remedies = {
  "wrong-type": {
    fix: "Write a value of the kind that the message names.",
    example: `servers: { url: https://api.example.com }
servers: [{ url: https://api.example.com }]`,
  },
  "mended-value": {
    fix: "Write the value as it is read; the message shows it.",
    example: `{ type: int, maximum: "100" }
{ type: integer, maximum: 100 }`,
  },
  "missing-field": {
    fix: "Add the field.",
    example: `{ name: limit, schema: { type: integer } }
{ name: limit, in: query, schema: { type: integer } }`,
  },
  "unknown-field": {
    fix: 'Correct its name, move it to where it belongs, or begin its name with "x-".',
    example: `sumary: Lists coupons.
summary: Lists coupons.`,
  },
  "exclusive-fields": {
    fix: "Keep one of the two.",
    example: `{ name: limit, in: query, example: 1, examples: { one: { value: 1 } } }
{ name: limit, in: query, example: 1 }`,
  },
  "misplaced-field": {
    fix: "Remove the field, or move it to where the message allows it.",
    example: `{ name: id, in: header, allowReserved: true, … }
{ name: id, in: header, … }`,
  },
  "missing-container": {
    fix: "Add what the document describes.",
    example: "paths: { /coupons: { $ref: paths/coupons.yaml } }",
  },
  "wrong-name": {
    fix: "Use letters, digits and dashes; a component may have dots and underscores, too.",
    example: `{ name: X Trace, in: header, … }
{ name: X-Trace, in: header, … }`,
  },
  "invalid-server-variable": {
    fix: "List the values there are, the default among them.",
    example: `region: { enum: [], default: eu }
region: { enum: [eu, us], default: eu }`,
  },
  "conflicting-parameters": {
    fix: "Let one parameter describe the whole query, or several their part of it.",
    example: `- { name: all, in: querystring, content: … }
- { name: limit, in: query, schema: … }       cannot stand beside it`,
  },
  "empty-enum": {
    fix: "List the values, or remove the keyword.",
    example: `{ type: string, enum: [] }
{ type: string, enum: [red, green] }`,
  },
  "duplicate-entry": {
    fix: "Remove one of the two.",
    example: `required: [id, code, id]
required: [id, code]`,
  },
  "default-mismatch": {
    fix: "Write a default of that type, or correct the type.",
    example: `{ type: integer, default: "10" }
{ type: integer, default: 10 }`,
  },
  "impossible-property": {
    fix: "Describe the property beside additionalProperties, or do not require it.",
    example: `{ required: [id], properties: { code: … }, additionalProperties: false }
{ required: [id], properties: { id: …, code: … }, additionalProperties: false }`,
  },
};
