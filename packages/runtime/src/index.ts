export { ApiResource } from "./client/api-resource.ts";
export type { Answer } from "./client/answer.ts";
export { ApiPromise, send } from "./client/api-promise.ts";
export { readHeaders } from "./response/read-headers.ts";
export { type BareOptions, bareTransport } from "./client/bare-transport.ts";
export { type Attempt as BareAttempt, type Retries, retries } from "./attempts/retries.ts";
export { call } from "./client/call.ts";
export { connect } from "./client/connect.ts";
export { derive } from "./client/derive.ts";
export { withEnvironment } from "./client/environment.ts";
export { serverUrl } from "./client/server-url.ts";
export { type CallError, type Result, safe } from "./client/safe.ts";
export { negotiate } from "./client/negotiate.ts";
export { type Drift, validation, type ValidationOptions } from "./client/validation.ts";
export type * from "./contract.ts";
export { type AnyApiError, ApiError, type ApiErrorParts } from "./errors/api-error.ts";
export { isApiError } from "./errors/is-api-error.ts";
export { ConnectionError, TimeoutError } from "./errors/connection-error.ts";
export { type ErrorClass, errorClass } from "./errors/error-class.ts";
export { type ApiFailure, type FailureOf, isFailureOf } from "./errors/failure.ts";
export {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PaymentRequiredError,
  PermissionError,
  RateLimitError,
  ServerError,
  UnprocessableError,
} from "./errors/status-errors.ts";
export { DecodingError } from "./errors/decoding-error.ts";
export type { Expandable, Expanded, Expanding, Holding, PathIn } from "./expand/expanded.ts";
export { paginateExpanding } from "./expand/paginate-expanding.ts";
export { sendExpanding } from "./expand/send-expanding.ts";
export { type ClientCredentials, clientCredentials } from "./hooks/client-credentials.ts";
export { type Logger, logging, type LogLevel } from "./hooks/logging.ts";
export { type Middleware, type OutgoingRequest, withMiddleware } from "./hooks/middleware.ts";
export { type Span, type Tracer, tracing } from "./hooks/tracing.ts";
export { chooseMedia } from "./media/choose-media.ts";
export { asBytes, asStream } from "./media/download.ts";
export { readEventStream } from "./media/read-event-stream.ts";
export { subscribe, type SubscribeOptions } from "./media/subscribe.ts";
export { type DownloadForms, type DownloadOption, sendDownload } from "./media/send-download.ts";
export { readJsonLines, readJsonSequence } from "./media/read-json-lines.ts";
export { writeJsonLines, writeJsonSequence } from "./media/write-json-lines.ts";
export { readBytes, readNamed, readText } from "./media/read-content.ts";
export { writeMultipart } from "./media/write-multipart.ts";
export { writeRange } from "./media/write-range.ts";
export { cursorPages } from "./pages/cursor-pages.ts";
export { linkedPages } from "./pages/linked-pages.ts";
export { numberedPages } from "./pages/numbered-pages.ts";
export { offsetPages } from "./pages/offset-pages.ts";
export { Page } from "./pages/page.ts";
export { PagePromise } from "./pages/page-promise.ts";
export { paginate } from "./pages/paginate.ts";
export { poll, type PollOptions } from "./pages/poll.ts";
export { urlPages } from "./pages/url-pages.ts";
export { toBody } from "./request/body.ts";
export {
  toCookies,
  toDeepQuery,
  toHeaders,
  toQuery,
  toQueryString,
  writePathParameter,
} from "./request/parameters.ts";
export { writeContent, writeJson, writeUrlEncoded } from "./media/write-content.ts";
export {
  writeApiKey,
  writeAuthorization,
  writeBasic,
  writeBearer,
} from "./request/write-credentials.ts";
export { jsonCodec } from "./wire/json-codec.ts";
