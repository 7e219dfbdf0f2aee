type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes of their own, which the platform's functions ask for. */
export function joined(...parts: readonly (string | Uint8Array)[]): Bytes {
  const encoder = new TextEncoder();
  const pieces = parts.map((part) => (typeof part === "string" ? encoder.encode(part) : part));
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.byteLength;
  }
  return all;
}

const ALGORITHM = { name: "HMAC", hash: "SHA-256" };

/** HMAC-SHA256. RFC 2104. */
export async function sign(secret: Uint8Array, signed: Bytes): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey("raw", joined(secret), ALGORITHM, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, signed));
}

/**
 * Whether one of the signatures was made with one of the secrets. The platform compares, in time that tells nothing of
 * where two differ.
 */
export async function isSigned(
  secrets: readonly Uint8Array[],
  signatures: readonly Uint8Array[],
  signed: Bytes,
): Promise<boolean> {
  let found = false;
  for (const secret of secrets) {
    const key = await crypto.subtle.importKey("raw", joined(secret), ALGORITHM, false, ["verify"]);
    for (const signature of signatures) {
      // Every pair is tried: how long it takes does not tell which secret fits.
      if (await crypto.subtle.verify(ALGORITHM, key, joined(signature), signed)) found = true;
    }
  }
  return found;
}

/** SHA-256, in hexadecimal digits. */
export async function digest(bytes: Bytes): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Bytes of 64 digits in small letters; `undefined` for any other text. */
export function fromHex(text: string): Uint8Array | undefined {
  if (!/^[0-9a-f]{64}$/.test(text)) return undefined;
  return Uint8Array.from({ length: 32 }, (_, index) =>
    Number.parseInt(text.slice(index * 2, index * 2 + 2), 16),
  );
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** `undefined` for text that is no base64, or is not the one way to write its bytes. RFC 4648, sections 4 and 3.5. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}
