import type { Kind } from "../object-kinds.ts";
import type { ObjectRule } from "../object-rule.ts";
import { COMPONENTS } from "./components.ts";
import { ENCODING, MEDIA_TYPE, REQUEST_BODY } from "./content.ts";
import { DOCUMENT } from "./document.ts";
import { EXAMPLE, LINK } from "./example.ts";
import { CONTACT, EXTERNAL_DOCS, INFO, LICENSE, TAG } from "./info.ts";
import { HEADER, PARAMETER } from "./parameter.ts";
import { OPERATION, PATH_ITEM } from "./path-item.ts";
import { HEADER_MAP, RESPONSE } from "./response.ts";
import { DISCRIMINATOR, SCHEMA, XML } from "./schema.ts";
import { OAUTH_FLOW, OAUTH_FLOWS, SECURITY_SCHEME } from "./security-scheme.ts";
import { SERVER, SERVER_VARIABLE } from "./server.ts";

/** What the standard says of each kind of object; kinds without a rule hold names of the author's choice. */
export const OBJECT_RULES: Partial<Readonly<Record<Kind, ObjectRule>>> = {
  document: DOCUMENT,
  info: INFO,
  contact: CONTACT,
  license: LICENSE,
  server: SERVER,
  serverVariable: SERVER_VARIABLE,
  tag: TAG,
  externalDocs: EXTERNAL_DOCS,
  components: COMPONENTS,
  securityScheme: SECURITY_SCHEME,
  oauthFlows: OAUTH_FLOWS,
  oauthFlow: OAUTH_FLOW,
  pathItem: PATH_ITEM,
  operation: OPERATION,
  parameter: PARAMETER,
  header: HEADER,
  headerMap: HEADER_MAP,
  requestBody: REQUEST_BODY,
  response: RESPONSE,
  mediaType: MEDIA_TYPE,
  encoding: ENCODING,
  example: EXAMPLE,
  link: LINK,
  xml: XML,
  discriminator: DISCRIMINATOR,
  schema: SCHEMA,
};
