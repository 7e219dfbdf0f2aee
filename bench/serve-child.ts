import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import {
  createCustomerBalanceTransaction,
  retrieveCustomerBalanceTransaction,
} from "@specwright/generated-client";
import {
  customerBalanceTransactionCreateParamsValidator,
  isCustomerBalanceTransactionCreateParams,
} from "@specwright/generated-client/validators";
import { createHandler, type Route, toNodeListener } from "@specwright/runtime/server";

/** Answers in the way that the command line names, in a process of its own; tells its CPU time when it is asked. */
const [way = ""] = process.argv.slice(2);

function transaction(customer: unknown, id: unknown, amount: unknown): object {
  return { id, object: "customer_balance_transaction", customer, amount, currency: "usd" };
}

const byHand: RequestListener = (request, response) => {
  const [path = "", query] = (request.url ?? "").split("?");
  const [, customer, id] =
    /^\/v1\/customers\/([^/]+)\/balance_transactions(?:\/([^/]+))?$/.exec(path) ?? [];
  const send = (status: number, body: object): void => {
    const text = JSON.stringify(body);
    response.writeHead(status, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
    });
    response.end(text);
  };
  if (customer === undefined || query !== undefined) return send(404, { message: "not found" });
  if (id !== undefined) {
    return send(200, transaction(decodeURIComponent(customer), decodeURIComponent(id), -500));
  }
  void readText(request).then((text) => {
    const params = paramsOf(new URLSearchParams(text));
    if (isCustomerBalanceTransactionCreateParams(params)) {
      send(200, transaction(decodeURIComponent(customer), "cbtxn_1", params.amount));
    } else {
      send(400, { message: "not valid" });
    }
  });
};

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => resolve(Buffer.concat(chunks).toString()));
  });
}

function paramsOf(form: URLSearchParams): Record<string, unknown> {
  const metadata: Record<string, string> = {};
  const params: Record<string, unknown> = { metadata };
  for (const [key, value] of form) {
    const [, inner] = /^metadata\[(.*)\]$/.exec(key) ?? [];
    if (inner !== undefined) metadata[inner] = value;
    else params[key] = key === "amount" ? Number(value) : value;
  }
  return params;
}

const retrieve: Route = {
  operation: { ...retrieveCustomerBalanceTransaction, security: [] },
  handle: (input) => {
    const { customer, transaction: id } = Object(input);
    return transaction(customer, id, -500);
  },
};

const create: Route = {
  operation: { ...createCustomerBalanceTransaction, security: [] },
  shape: {
    object: {
      amount: "integer",
      currency: "string",
      description: "string",
      expand: { array: "string" },
      metadata: { anyOf: [{ object: {}, rest: "string" }, "string"] },
    },
  },
  params: customerBalanceTransactionCreateParamsValidator,
  handle: (input) => {
    const { customer, params } = Object(input);
    return transaction(customer, "cbtxn_1", params.amount);
  },
};

const kit = createHandler({ routes: [retrieve, create], securitySchemes: {} });
const listeners: Readonly<Record<string, RequestListener>> = {
  "by hand": byHand,
  kit: toNodeListener(kit),
  "kit, wrapped": toNodeListener((request) => kit(request)),
};

const server = createServer(listeners[way] ?? byHand);
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.once("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});
