import type { ObjectRule } from "../object-rule.ts";

/** OpenAPI 3.2, section 4.19. */
export const EXAMPLE: ObjectRule = {
  name: "Example Object",
  fields: {
    summary: "text",
    description: "text",
    dataValue: "any",
    serializedValue: "text",
    value: "any",
    externalValue: "text",
  },
  exclusive: [
    ["value", "externalValue"],
    ["value", "dataValue"],
    ["value", "serializedValue"],
    ["serializedValue", "externalValue"],
  ],
};

/** OpenAPI 3.2, section 4.20. A link is read by people and tools alone, so only what contradicts itself is refused. */
export const LINK: ObjectRule = {
  name: "Link Object",
  fields: {
    operationRef: "text",
    operationId: "text",
    parameters: "object",
    requestBody: "any",
    description: "text",
    server: "object",
  },
  exclusive: [["operationRef", "operationId"]],
  unknown: "error",
};
