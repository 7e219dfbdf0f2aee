import type { Middleware, OutgoingRequest } from "./middleware.ts";

/** What is used of a span of OpenTelemetry. */
export interface Span {
  setAttribute(name: string, value: string | number): unknown;
  setStatus(status: { readonly code: number; readonly message?: string }): unknown;
  end(): void;
}

/** What is used of a tracer of OpenTelemetry: `trace.getTracer("my-program")` is one. */
export interface Tracer {
  startSpan(
    name: string,
    options: { readonly kind: number; readonly attributes: Record<string, string | number> },
  ): Span;
}

/** `SpanKind.CLIENT` and `SpanStatusCode.ERROR` of OpenTelemetry. */
const CLIENT = 2;
const ERROR = 2;

/**
 * Makes a span for each attempt, with the attributes of OpenTelemetry's conventions for HTTP clients. Queries and secrets are not
 * among them.
 *
 * @param options `headersOf`: headers to send for a span, such as `traceparent`. Default: none.
 */
export function tracing(
  tracer: Tracer,
  options: { readonly headersOf?: (span: Span) => Readonly<Record<string, string>> } = {},
): Middleware {
  const spans = new WeakMap<OutgoingRequest, Span>();
  const end = (request: OutgoingRequest, type: string | undefined): void => {
    const span = spans.get(request);
    if (type !== undefined) {
      span?.setAttribute("error.type", type);
      span?.setStatus({ code: ERROR });
    }
    span?.end();
    spans.delete(request);
  };
  return {
    before: (request) => {
      const span = tracer.startSpan(`${request.method} ${request.operation}`, {
        kind: CLIENT,
        attributes: attributesOf(request),
      });
      spans.set(request, span);
      Object.assign(request.headers, options.headersOf?.(span));
    },
    after: ({ status }, request) => {
      spans.get(request)?.setAttribute("http.response.status_code", status);
      end(request, status < 400 ? undefined : String(status));
    },
    error: (error, request) => {
      end(request, error instanceof Error ? request.redact(error.name) : "error");
    },
  };
}

function attributesOf(request: OutgoingRequest): Record<string, string | number> {
  const { protocol, hostname, port, pathname } = new URL(request.url, "http://localhost");
  const standard = protocol === "https:" ? 443 : 80;
  return {
    "http.request.method": request.method,
    "server.address": hostname,
    "server.port": port === "" ? standard : Number(port),
    "url.path": request.redact(pathname),
    "url.scheme": protocol.slice(0, -1),
    "specwright.operation": request.operation,
    ...(request.attempt > 1 && { "http.request.resend_count": request.attempt - 1 }),
  };
}
