import type { Holds, ObjectRule } from "../object-rule.ts";

/** OpenAPI 3.2, section 4.15: by name, or by place. */
const ENCODINGS: Readonly<Record<string, Holds>> = {
  encoding: "object",
  prefixEncoding: "list",
  itemEncoding: "object",
};

const ENCODINGS_APART = [
  ["encoding", "prefixEncoding"],
  ["encoding", "itemEncoding"],
] as const;

/** OpenAPI 3.2, section 4.13. */
export const REQUEST_BODY: ObjectRule = {
  name: "Request Body Object",
  fields: { description: "text", content: "object", required: "flag" },
  expected: ["content"],
};

/** OpenAPI 3.2, section 4.14. */
export const MEDIA_TYPE: ObjectRule = {
  name: "Media Type Object",
  fields: {
    schema: "schema",
    itemSchema: "schema",
    example: "any",
    examples: "object",
    ...ENCODINGS,
  },
  exclusive: ENCODINGS_APART,
};

export const ENCODING: ObjectRule = {
  name: "Encoding Object",
  fields: {
    contentType: "text",
    headers: "object",
    style: "text",
    explode: "flag",
    allowReserved: "flag",
    ...ENCODINGS,
  },
  exclusive: ENCODINGS_APART,
};
