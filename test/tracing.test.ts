import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { PaymentsClient } from "@specwright/generated-client";
import { tracing, withMiddleware } from "@specwright/runtime";
import { expect, it } from "vitest";
import { paymentsSandbox } from "./helpers/sandbox.ts";

it("makes spans with a tracer of OpenTelemetry, one for each attempt", async () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const sandbox = await paymentsSandbox();
  sandbox.seed({ "customers.balanceTransactions": [{ id: "cbtxn_1", customer: "cus_1" }] });
  const faults = ["500"];
  const payments = new PaymentsClient({
    apiKey: "sk_test_1",
    baseUrl: "http://localhost:4000",
    backoff: () => 0,
    fetch: withMiddleware([tracing(provider.getTracer("test"))], (url, init) => {
      const request = new Request(url, init);
      request.headers.set("sandbox-fault", faults.shift() ?? "");
      return sandbox.fetch(request);
    }),
  });
  await payments.customers.balanceTransactions.retrieve("cus_1", "cbtxn_1");
  const spans = exporter.getFinishedSpans();
  expect(spans.map(({ name, kind, status }) => ({ name, kind, status: status.code }))).toEqual([
    {
      name: "GET customers.balanceTransactions.retrieve",
      kind: SpanKind.CLIENT,
      status: SpanStatusCode.ERROR,
    },
    {
      name: "GET customers.balanceTransactions.retrieve",
      kind: SpanKind.CLIENT,
      status: SpanStatusCode.UNSET,
    },
  ]);
  expect(spans[1]?.attributes).toEqual({
    "http.request.method": "GET",
    "http.request.resend_count": 1,
    "http.response.status_code": 200,
    "server.address": "localhost",
    "server.port": 4000,
    "specwright.operation": "customers.balanceTransactions.retrieve",
    "url.path": "/v1/customers/cus_1/balance_transactions/cbtxn_1",
    "url.scheme": "http",
  });
});
