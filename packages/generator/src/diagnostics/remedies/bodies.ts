import type { Remedies } from "./remedy.ts";

/** Bodies and their media types. */
export const BODY_REMEDIES: Remedies = {
  "odd-media-type": {
    fix: "Write a type, a slash and a subtype.",
    example: `content: { json: { schema: … } }
content: { application/json: { schema: … } }`,
  },
  "empty-content": {
    fix: "Say in which media type the body is sent, or leave the body out.",
    example: `requestBody: { content: {} }
requestBody: { content: { application/json: { schema: … } } }`,
  },
  "ignored-body": {
    fix: "Use a method whose bodies have a meaning, or parameters in the query.",
    example: `get: { requestBody: … }
get: { parameters: [{ name: filter, in: query, … }] }
query: { requestBody: … }`,
  },
  "bodiless-status": {
    fix: "Remove the content, or describe it under the status that it comes with.",
    example: `"204": { description: Done., content: { application/json: … } }
"204": { description: Done. }`,
  },
  "ignored-header": {
    fix: "Remove the header; describe media types under content, and credentials as a security scheme.",
    example: `parameters: [{ name: Authorization, in: header, … }]
securitySchemes: { token: { type: http, scheme: bearer } }`,
  },
};
