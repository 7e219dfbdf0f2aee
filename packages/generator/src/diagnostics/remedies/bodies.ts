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
};
