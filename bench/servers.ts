import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server as HttpServer,
} from "node:http";
import { parse } from "node:querystring";
import type { CustomerBalanceTransaction } from "@specwright/generated-client";
import { createPartialPaymentsHandler } from "@specwright/generated-server-stubs";
import { toNodeListener } from "@specwright/runtime/server";
import Fastify from "fastify";

/** Servers that answer the same, each in a process of its own: this file, with the name of one. */
export const SERVERS = ["ours", "node:http", "fastify"] as const;
export type Server = (typeof SERVERS)[number];

const PATTERN = /^\/v1\/customers\/([^/?]+)\/balance_transactions(?:\/([^/?]+))?$/;
const KEY = `Basic ${Buffer.from("sk_test_1:").toString("base64")}`;

function transaction(
  customer: string,
  id: string,
  amount: number,
  currency: string,
): CustomerBalanceTransaction {
  return {
    id,
    object: "customer_balance_transaction",
    amount,
    created: 1_680_041_322,
    credit_note: null,
    currency,
    customer,
    description: null,
    ending_balance: amount,
    invoice: null,
    livemode: false,
    metadata: {},
    type: "adjustment",
  };
}

const ours: RequestListener = toNodeListener(
  createPartialPaymentsHandler({
    responseValidation: "off",
    authenticate: {
      basicAuth: ({ username }) => (username === "sk_test_1" ? username : undefined),
    },
    handlers: {
      customers: {
        balanceTransactions: {
          retrieve: ({ customer, transaction: id }) => transaction(customer, id, -500, "usd"),
          create: ({ customer, params }) =>
            transaction(customer, "cbtxn_1", params.amount, params.currency),
        },
      },
    },
  }),
);

/** By hand: no more than what these two requests need. */
const plain: RequestListener = (request, response) => {
  const [, customer = "", id] = PATTERN.exec(request.url ?? "") ?? [];
  const answer = (status: number, value: unknown): void => {
    const text = JSON.stringify(value);
    const length = Buffer.byteLength(text);
    response.writeHead(status, { "content-type": "application/json", "content-length": length });
    response.end(text);
  };
  if (request.headers.authorization !== KEY) return answer(401, {});
  if (request.method === "GET" && id !== undefined) {
    return answer(
      200,
      transaction(decodeURIComponent(customer), decodeURIComponent(id), -500, "usd"),
    );
  }
  readText(request, (text) => {
    const { amount, currency } = parse(text);
    if (!/^-?\d+$/.test(String(amount)) || !/^[a-z]{3}$/.test(String(currency)))
      return answer(400, {});
    answer(
      200,
      transaction(decodeURIComponent(customer), "cbtxn_1", Number(amount), String(currency)),
    );
  });
};

function readText(request: IncomingMessage, done: (text: string) => void): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => done(Buffer.concat(chunks).toString()));
}

interface Route {
  readonly Params: { readonly customer: string; readonly transaction: string };
  readonly Body: { readonly amount: number; readonly currency: string };
}

async function fastify(): Promise<number> {
  const app = Fastify();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => done(null, parse(String(body))),
  );
  app.addHook("onRequest", (request, reply, done) => {
    if (request.headers.authorization === KEY) done();
    else void reply.code(401).send({});
  });
  const path = "/v1/customers/:customer/balance_transactions";
  app.get<Route>(`${path}/:transaction`, ({ params }, reply) => {
    void reply.send(transaction(params.customer, params.transaction, -500, "usd"));
  });
  const body = {
    type: "object",
    required: ["amount", "currency"],
    properties: { amount: { type: "integer" }, currency: { type: "string", maxLength: 3 } },
  };
  app.post<Route>(path, { schema: { body } }, ({ params, body: given }, reply) => {
    void reply.send(transaction(params.customer, "cbtxn_1", given.amount, given.currency));
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  return portOf(app.server);
}

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return portOf(server);
}

function portOf(server: HttpServer): number {
  const address = server.address();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

if (process.send) {
  const [name] = process.argv.slice(2);
  const port = await (name === "fastify" ? fastify() : listen(name === "ours" ? ours : plain));
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
  process.send(port);
}
