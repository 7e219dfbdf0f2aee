export { ApiResource } from "./client/api-resource.ts";
export { call } from "./client/call.ts";
export { connect } from "./client/connect.ts";
export { Page, PagePromise } from "./client/page.ts";
export { paginate } from "./client/paginate.ts";
export type * from "./contract.ts";
export { ApiError, type ApiErrorParts } from "./errors/api-error.ts";
export { ConnectionError, TimeoutError } from "./errors/connection-error.ts";
export { DecodingError } from "./errors/decoding-error.ts";
