import type { NodeRequest } from "./platform.ts";

/** Fields that a request has once at most; of two, somebody on the way may have read the other one. */
const singular: ReadonlySet<string> = new Set(["authorization", "content-type", "host"]);

/**
 * Why a message is refused whatever it asks for: where two readers may disagree on where it ends, or on what it says, the
 * one in front may have let pass what it did not see. RFC 9112, sections 3.2, 6.1 and 11.2.
 */
export function messageFault(request: NodeRequest): string | undefined {
  const coding = request.headers["transfer-encoding"];
  if (coding !== undefined && !isChunked(coding, request)) {
    return "The Transfer-Encoding of the request cannot be read.";
  }
  const twice = repeated(request.rawHeaders ?? []);
  return twice === undefined ? undefined : `The request has more than one ${twice}.`;
}

// What does not end in `chunked`, the parser of Node refuses itself.
function isChunked(coding: string | readonly string[], request: NodeRequest): boolean {
  if (request.httpVersionMajor === 1 && request.httpVersionMinor === 0) return false;
  return !/[\s,]chunked\s*$/i.test(String(coding));
}

/** The first field that comes twice and may not. */
function repeated(fields: readonly string[]): string | undefined {
  let seen: string | undefined;
  for (let index = 0; index < fields.length; index += 2) {
    const name = fields[index]?.toLowerCase() ?? "";
    if (!singular.has(name)) continue;
    if (seen?.includes(`${name} `)) return fields[index];
    seen = `${seen ?? ""}${name} `;
  }
  return undefined;
}
