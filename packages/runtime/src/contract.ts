/**
 * Every type that generated code may name.
 *
 * Generated code describes operations as data; the runtime acts on the descriptions. The client, the server stubs and
 * the tests read the same descriptors, so the three cannot disagree.
 */

export type * from "./contract/operations.ts";
export type * from "./contract/parameters.ts";
export type * from "./contract/bodies.ts";
export type * from "./contract/responses.ts";
export type * from "./contract/pages.ts";
export type * from "./contract/wire.ts";
export type * from "./contract/security.ts";
export type * from "./contract/client.ts";
