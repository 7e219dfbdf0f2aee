import { describe, expect, it } from "vitest";
import { withMiddleware } from "./middleware.ts";
import { type Span, tracing } from "./tracing.ts";

interface Recorded {
  readonly name: string;
  readonly kind: number;
  readonly attributes: Record<string, string | number>;
  status?: number;
  ended: number;
}

/** The spans of one attempt. */
async function spansOf(
  url: string,
  answer: () => Response | Promise<Response>,
  attempt = 1,
): Promise<{ spans: Recorded[]; sent: unknown }> {
  const spans: Recorded[] = [];
  const tracer = {
    startSpan(name: string, options: Pick<Recorded, "kind" | "attributes">): Span {
      const span: Recorded = { name, ...options, ended: 0 };
      spans.push(span);
      return {
        setAttribute: (key, value) => (span.attributes[key] = value),
        setStatus: ({ code }) => (span.status = code),
        end: () => void (span.ended += 1),
      };
    },
  };
  let sent: unknown;
  const send = withMiddleware(
    [tracing(tracer, { headersOf: () => ({ traceparent: "00-1-2-01" }) })],
    async (_, init) => {
      sent = init.headers;
      return answer();
    },
  );
  const redact = (text: string): string => text.replaceAll("s3cret", "[secret]");
  const about = { operation: "books.get", attempt, redact };
  await send(url, { method: "GET" }, about).catch(() => undefined);
  return { spans, sent };
}

describe("tracing", () => {
  it("makes a span for an attempt, without its query", async () => {
    const url = "https://api.example.com/v1/s3cret?key=s3cret";
    const { spans, sent } = await spansOf(url, () => new Response());
    expect(spans).toEqual([
      {
        name: "GET books.get",
        kind: 2,
        attributes: {
          "http.request.method": "GET",
          "http.response.status_code": 200,
          "server.address": "api.example.com",
          "server.port": 443,
          "specwright.operation": "books.get",
          "url.path": "/v1/[secret]",
          "url.scheme": "https",
        },
        ended: 1,
      },
    ]);
    expect(sent).toEqual({ traceparent: "00-1-2-01" });
  });

  it("marks an error status, and counts attempts", async () => {
    const failure = (): Response => new Response(null, { status: 503 });
    const { spans } = await spansOf("http://localhost:81/", failure, 3);
    expect(spans[0]).toMatchObject({
      attributes: { "error.type": "503", "http.request.resend_count": 2, "server.port": 81 },
      status: 2,
      ended: 1,
    });
  });

  it("marks what did not arrive", async () => {
    const { spans } = await spansOf("/relative", () => Promise.reject(new TypeError("no")));
    expect(spans[0]).toMatchObject({
      attributes: { "error.type": "TypeError", "server.address": "localhost" },
      status: 2,
      ended: 1,
    });
  });
});
