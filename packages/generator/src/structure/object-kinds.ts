/** The sections of `components` that a reference out of another place may point into. OpenAPI 3.1, section 4.8.7. */
export type Section =
  | "schemas"
  | "responses"
  | "parameters"
  | "examples"
  | "requestBodies"
  | "headers"
  | "links"
  | "callbacks"
  | "pathItems"
  | "mediaTypes";

/** In the order in which the standard lists them. */
export const SECTIONS: readonly Section[] = [
  "schemas",
  "responses",
  "parameters",
  "examples",
  "requestBodies",
  "headers",
  "links",
  "callbacks",
  "pathItems",
  "mediaTypes",
];

/** What a value of a document stands for: an object of the standard, a map of such, or anything else. */
export type Kind =
  | "document"
  | "info"
  | "contact"
  | "license"
  | "server"
  | "serverVariableMap"
  | "serverVariable"
  | "tag"
  | "externalDocs"
  | "components"
  | Section
  | "securitySchemes"
  | "securityScheme"
  | "oauthFlows"
  | "oauthFlow"
  | "paths"
  | "pathItem"
  | "operation"
  | "operationMap"
  | "parameter"
  | "header"
  | "headerMap"
  | "requestBody"
  | "responseMap"
  | "response"
  | "content"
  | "mediaType"
  | "encodingMap"
  | "encoding"
  | "exampleMap"
  | "example"
  | "linkMap"
  | "link"
  | "callbackMap"
  | "callback"
  | "schemaMap"
  | "schema"
  | "xml"
  | "discriminator"
  | "mapping"
  | "mappedRef"
  /** The author's own JSON, in which `$ref` is only a name. */
  | "literal"
  | "other";

interface Shape {
  /** Where a reference that stands for this object points. Without one, the object is put in the reference's place. */
  readonly section?: Section;
  /** Kinds of the fields that hold anything of interest. */
  readonly fields?: Readonly<Record<string, Kind>>;
  /** Kind of every member of a map. */
  readonly each?: Kind;
  /** Members named `x-…` of this map are extensions, not entries. */
  readonly isExtensible?: true;
}

const MEDIA: Readonly<Record<string, Kind>> = {
  schema: "schema",
  content: "content",
  examples: "exampleMap",
};

/** OpenAPI 3.2, section 4.15: the encodings of parts by name, by place, and of all others. */
const ENCODINGS: Readonly<Record<string, Kind>> = {
  encoding: "encodingMap",
  prefixEncoding: "encoding",
  itemEncoding: "encoding",
};

const DESCRIBED: Readonly<Record<string, Kind>> = { externalDocs: "externalDocs" };

const OPERATION: Readonly<Record<string, Kind>> = Object.fromEntries(
  "get put post delete options head patch trace query"
    .split(" ")
    .map((method) => [method, "operation"]),
);

// JSON Schema 2020-12, Core, section 10 (applicators); `definitions` and `dependencies` are those of earlier drafts.
const SCHEMAS =
  "allOf anyOf oneOf not if then else items prefixItems contains additionalProperties propertyNames " +
  "unevaluatedItems unevaluatedProperties contentSchema";
const SCHEMA_MAPS = "properties patternProperties dependentSchemas $defs definitions dependencies";

const SCHEMA: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(SCHEMAS.split(" ").map((keyword) => [keyword, "schema"])),
  ...Object.fromEntries(SCHEMA_MAPS.split(" ").map((keyword) => [keyword, "schemaMap"])),
  ...DESCRIBED,
  discriminator: "discriminator",
  xml: "xml",
  examples: "literal",
};

const SHAPES: Readonly<Record<Kind, Shape>> = {
  document: {
    fields: {
      ...DESCRIBED,
      info: "info",
      servers: "server",
      paths: "paths",
      webhooks: "paths",
      components: "components",
      tags: "tag",
    },
  },
  info: { fields: { contact: "contact", license: "license" } },
  contact: {},
  license: {},
  server: { fields: { variables: "serverVariableMap" } },
  serverVariableMap: { each: "serverVariable" },
  serverVariable: {},
  tag: { fields: DESCRIBED },
  externalDocs: {},
  components: {
    fields: {
      ...Object.fromEntries(SECTIONS.map((section) => [section, section])),
      securitySchemes: "securitySchemes",
    },
  },
  schemas: { each: "schema" },
  responses: { each: "response" },
  parameters: { each: "parameter" },
  examples: { each: "example" },
  requestBodies: { each: "requestBody" },
  headers: { each: "header" },
  links: { each: "link" },
  callbacks: { each: "callback" },
  pathItems: { each: "pathItem" },
  mediaTypes: { each: "mediaType" },
  securitySchemes: { each: "securityScheme" },
  securityScheme: { fields: { flows: "oauthFlows" } },
  oauthFlows: { each: "oauthFlow", isExtensible: true },
  oauthFlow: {},
  paths: { each: "pathItem", isExtensible: true },
  pathItem: {
    fields: {
      ...OPERATION,
      additionalOperations: "operationMap",
      servers: "server",
      parameters: "parameter",
    },
  },
  operationMap: { each: "operation", isExtensible: true },
  operation: {
    fields: {
      ...DESCRIBED,
      parameters: "parameter",
      requestBody: "requestBody",
      responses: "responseMap",
      callbacks: "callbackMap",
      servers: "server",
    },
  },
  parameter: { section: "parameters", fields: MEDIA },
  header: { section: "headers", fields: MEDIA },
  headerMap: { each: "header" },
  requestBody: { section: "requestBodies", fields: { content: "content" } },
  responseMap: { each: "response", isExtensible: true },
  response: {
    section: "responses",
    fields: { headers: "headerMap", content: "content", links: "linkMap" },
  },
  content: { each: "mediaType" },
  mediaType: {
    section: "mediaTypes",
    fields: { ...MEDIA, itemSchema: "schema", ...ENCODINGS },
  },
  encodingMap: { each: "encoding" },
  encoding: { fields: { headers: "headerMap", ...ENCODINGS } },
  exampleMap: { each: "example" },
  example: { section: "examples" },
  linkMap: { each: "link" },
  link: {
    section: "links",
    fields: { parameters: "literal", requestBody: "literal", server: "server" },
  },
  callbackMap: { each: "callback" },
  callback: { section: "callbacks", each: "pathItem", isExtensible: true },
  schemaMap: { each: "schema" },
  schema: { section: "schemas", fields: SCHEMA },
  xml: {},
  discriminator: { fields: { mapping: "mapping", defaultMapping: "mappedRef" } },
  mapping: { each: "mappedRef" },
  mappedRef: {},
  literal: { each: "literal" },
  other: { fields: { discriminator: "discriminator", examples: "exampleMap" } },
};

/** Fields that hold the author's own JSON, whatever the object. */
const LITERAL: ReadonlySet<string> = new Set([
  "default",
  "const",
  "enum",
  "example",
  "value",
  "dataValue",
]);

/** Where a reference that stands for an object of this kind points; `undefined` when there is no such section. */
export function sectionOf(kind: Kind): Section | undefined {
  return SHAPES[kind].section;
}

/** What a component of this section is. */
export function kindIn(section: Section): Kind {
  return SHAPES[section].each ?? "other";
}

/** Tells whether `kind` is a section of `components`, whose members may be names for what stands elsewhere. */
export function holdsComponents(kind: Kind): boolean {
  return kind === "securitySchemes" || SECTIONS.some((section) => section === kind);
}

/** What the member `key` of an object of this kind stands for. */
export function memberKind(kind: Kind, key: string): Kind {
  const { each, isExtensible, fields } = SHAPES[kind];
  const isExtension = key.startsWith("x-");
  if (each && !(isExtensible && isExtension)) return each;
  if (fields && Object.hasOwn(fields, key)) return fields[key] ?? "other";
  return isExtension || LITERAL.has(key) ? "literal" : "other";
}

/** What the items of an array are where an object of this kind, or a list of such, may stand. */
export function itemKind(kind: Kind): Kind {
  // `examples` is a map of Example Objects in OpenAPI, and a list of plain values in JSON Schema.
  return kind === "exampleMap" ? "literal" : kind;
}
