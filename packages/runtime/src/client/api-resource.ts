import type { Transport } from "../contract.ts";

/** What generated clients and their resources have in common: the transport they send through. */
export class ApiResource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  /** The transport behind a client, a resource or a transport. */
  static transportOf(client: Transport | ApiResource): Transport {
    return client instanceof ApiResource ? client.transport : client;
  }
}
