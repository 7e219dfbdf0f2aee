import type { Answer, Incoming } from "@specwright/runtime/server";
import { isObject, type JsonObject } from "../json.ts";
import type { Seeds } from "../seed.ts";
import { pageResponse } from "./page.ts";
import type { RequestLog } from "./request-log.ts";
import { requestStream } from "./request-stream.ts";

/** What lies below `/_sandbox`. */
export interface Controls {
  readonly title: string;
  readonly log: RequestLog;
  /** Ends all streams. */
  readonly signal: AbortSignal;
  reset(): void;
  snapshot(): unknown;
  load(snapshot: unknown): void;
  seed(seeds: Seeds): void;
}

const NOTHING = "There is nothing here. See /_sandbox/ for what the sandbox does.";

/** Bytes of a snapshot that is loaded. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Whether a request is to the sandbox itself. */
export function isControl({ path }: Incoming): boolean {
  return path === "/_sandbox" || path.startsWith("/_sandbox/");
}

/**
 * Answers requests to the sandbox itself. They come from this machine's own programs and pages: a page of another origin,
 * or one that has made its name point here, is refused.
 *
 * @param host The name or address that the server was told to listen on.
 */
export async function controlAnswer(
  incoming: Incoming,
  controls: Controls,
  host: string,
): Promise<Answer> {
  const { status, headers, body } = await control(incoming, controls, host);
  return { status, headers: Object.fromEntries(headers), ...(body && { body }) };
}

async function control(incoming: Incoming, controls: Controls, host: string): Promise<Response> {
  const { request } = incoming;
  const url = new URL(request.url);
  // A path with `..` in it leads elsewhere as a URL than it does as a text.
  if (url.pathname !== incoming.path) return said(404, NOTHING);
  if (!isOwn(request, url, host))
    return said(403, "The sandbox speaks to pages and programs of this machine only.");
  const action = `${request.method} ${url.pathname.replace(/^\/_sandbox\/?/, "")}`;
  try {
    switch (action) {
      case "GET ":
        return pageResponse(controls.title);
      case "GET requests":
        return Response.json(controls.log.entries);
      case "GET requests/live":
        return requestStream(controls.log, controls.signal);
      case "GET snapshot":
        return Response.json(controls.snapshot());
      case "POST reset":
        controls.reset();
        return new Response(null, { status: 204 });
      case "POST load":
        controls.load(await readJson(incoming));
        return new Response(null, { status: 204 });
      case "POST seed":
        controls.seed(seedsOf(await readJson(incoming)));
        return new Response(null, { status: 204 });
      default:
        return said(404, NOTHING);
    }
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return said(400, error.message);
    throw error;
  }
}

function said(status: number, message: string): Response {
  return Response.json({ message }, { status });
}

/** Names that lead to this machine whoever answers for them, and addresses, which nobody can make point elsewhere. */
function isOwn(request: Request, { hostname, host: own }: URL, listening: string): boolean {
  const isAddress = /^\d+\.\d+\.\d+\.\d+$/.test(hostname) || hostname.startsWith("[");
  const isKnown =
    isAddress ||
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === listening;
  const origin = request.headers.get("origin");
  const isSame = origin === null || (URL.canParse(origin) && new URL(origin).host === own);
  const site = request.headers.get("sec-fetch-site");
  return isKnown && isSame && (site === null || site === "same-origin" || site === "none");
}

async function readJson(incoming: Incoming): Promise<unknown> {
  const bytes = await incoming.read(MOST_BYTES);
  if (!bytes) throw new TypeError("The body is too large.");
  return JSON.parse(new TextDecoder().decode(bytes));
}

function seedsOf(value: unknown): Seeds {
  if (!isObject(value)) throw new TypeError("Seeds are lists of objects by resource.");
  const entries = Object.entries(value).map(([name, list]): [string, JsonObject[]] => {
    if (!Array.isArray(list) || !list.every(isObject))
      throw new TypeError(`"${name}" must be a list of objects.`);
    return [name, list];
  });
  return Object.fromEntries(entries);
}
