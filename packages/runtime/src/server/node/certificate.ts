import type { ClientCertificate } from "../contract.ts";

/** What is used of a socket of `node:tls`. */
interface SecureSocket {
  readonly authorized: boolean;
  getPeerCertificate(): Partial<ClientCertificate> | null;
}

/** The certificate of whoever is at the other end, where there is one, and the server's authorities vouch for it. */
export function certificateOf(socket: object): ClientCertificate | undefined {
  if (!isSecure(socket) || !socket.authorized) return undefined;
  const { subject, fingerprint256, raw } = socket.getPeerCertificate() ?? {};
  return subject && fingerprint256 && raw ? { subject, fingerprint256, raw } : undefined;
}

function isSecure(socket: object): socket is SecureSocket {
  return "getPeerCertificate" in socket && "authorized" in socket;
}
