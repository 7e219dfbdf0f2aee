import { once } from "node:events";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import {
  call,
  type ClientOptions,
  connect,
  type OperationDescriptor,
  writeApiKey,
} from "@specwright/runtime";
import {
  type Authenticate,
  type CertificateCredentials,
  createHandler,
  toNodeListener,
} from "@specwright/runtime/server";
import { Agent, fetch as undiciFetch } from "undici";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Authority, createAuthority, type Identity } from "./authority.ts";

// Mutual TLS, from the certificate of a client to the principal of a handler.

const whoami: OperationDescriptor<object, unknown> = {
  id: "whoami",
  method: "GET",
  path: "/whoami",
  parameters: [],
  responses: [{ status: "200", contentType: "application/json" }],
  security: [["certificate", "key"]],
};

const key = { type: "apiKey", in: "header", name: "x-key" } as const;

/** Both are needed: who calls is told by the certificate. */
const certificate: Authenticate<CertificateCredentials, string> = ({ certificate: shown }) =>
  shown && `${String(shown.subject["CN"])} ${shown.fingerprint256.length}`;

let authority: Authority;
let stranger: Authority;

beforeAll(async () => {
  authority = await createAuthority("ours");
  stranger = await createAuthority("somebody else's");
});

async function serve(): Promise<string> {
  const handler = createHandler<string>({
    routes: [{ operation: whoami, handle: (_, { principal }) => principal }],
    securitySchemes: { certificate: { type: "mutualTLS" }, key },
    authenticate: { certificate, key: () => "a key" },
  });
  const own = await authority.issue("localhost");
  // Whoever shows no certificate, or one of somebody else's, gets to the handler too, which must tell them apart.
  const options = { ...own, ca: authority.pem, requestCert: true, rejectUnauthorized: false };
  const server = createServer(options, toNodeListener(handler));
  await once(server.listen(0, "localhost"), "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- It listens at a port.
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}

/** As the README has it: a `fetch` that presents a certificate. */
function presenting(identity?: Identity): NonNullable<ClientOptions["fetch"]> {
  const dispatcher = new Agent({ connect: { ...identity, ca: authority.pem } });
  onTestFinished(() => dispatcher.close());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Undici's own types of the same things.
  return (url, init) => undiciFetch(url, { ...init, dispatcher } as object) as never;
}

async function ask(identity?: Identity): Promise<unknown> {
  const options: ClientOptions & { readonly key: string } = {
    key: "k",
    maxRetries: 0,
    fetch: presenting(identity),
  };
  const client = connect(
    {
      server: await serve(),
      security: { key: { ...key, option: "key", write: writeApiKey } },
      headerOptions: {},
    },
    options,
  );
  return call(client, whoami, {});
}

describe("mutual TLS", () => {
  it("tells a handler who calls, beside a key that the client sends as ever", async () => {
    expect(await ask(await authority.issue("shop one"))).toBe("shop one 95");
  });

  it("takes a certificate of another authority for none", async () => {
    await expect(ask(await stranger.issue("shop one"))).rejects.toMatchObject({ status: 401 });
  });

  it("refuses whoever shows none", async () => {
    await expect(ask()).rejects.toMatchObject({ status: 401 });
  });
});
