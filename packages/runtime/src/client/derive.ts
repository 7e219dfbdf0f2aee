import type { RequestOptions, Transport } from "../contract.ts";

/**
 * A transport whose calls have other settings; what a call itself says goes before them. Its headers are added to those given
 * here.
 */
export function derive(transport: Transport, options: RequestOptions): Transport {
  return {
    send: (operation, input, own) => {
      const headers = { ...lowered(options.headers), ...lowered(own?.headers) };
      return transport.send(operation, input, { ...options, ...own, headers });
    },
  };
}

function lowered(headers: RequestOptions["headers"] = {}): NonNullable<RequestOptions["headers"]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
