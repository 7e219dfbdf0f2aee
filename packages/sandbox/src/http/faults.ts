import {
  type Answer,
  type ErrorEnvelope,
  type Incoming,
  problemAnswer,
} from "@specwright/runtime/server";

/** What goes wrong on purpose. */
export interface Trouble {
  /** Milliseconds, at least and at most, before each answer. Default: none. */
  readonly latency: readonly [number, number];
  /** How often, from 0 to 1, a status stands in the place of the answer. */
  readonly faults: readonly { readonly status: number; readonly chance: number }[];
}

const LONGEST = 60_000;

/**
 * `"100"`, `"50-200"`: milliseconds.
 *
 * @throws {TypeError} for other texts.
 */
export function parseLatency(text: string): Trouble["latency"] {
  const [, from = "", to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text.trim()) ?? [];
  const [least, most] = [Number(from), Number(to)];
  if (from === "" || least > most || most > LONGEST) {
    throw new TypeError(
      `"${text}" is no latency: give milliseconds up to 60000, such as 100 or 50-200.`,
    );
  }
  return [least, most];
}

/**
 * `"429=0.1,503=0.01"`: statuses and how often they come.
 *
 * @throws {TypeError} for other texts.
 */
export function parseFaults(text: string): Trouble["faults"] {
  return text.split(",").map((part) => {
    const [, status = "", chance = "1"] =
      /^([45]\d\d)(?:=(0?\.\d{1,6}|[01](?:\.\d{1,6})?))?$/.exec(part.trim()) ?? [];
    if (status === "" || Number(chance) > 1) {
      throw new TypeError(
        `"${part}" is no fault: give a status and how often it comes, such as 429=0.1.`,
      );
    }
    return { status: Number(status), chance: Number(chance) };
  });
}

/** How long this request waits, in milliseconds: as its header says, else as the options say. */
export function latencyOf(
  request: Incoming,
  { latency: [least, most] }: Trouble,
  chance: () => number,
): number {
  const wanted = request.header("sandbox-latency") ?? "";
  if (/^\d{1,5}$/.test(wanted)) return Math.min(Number(wanted), LONGEST);
  return most === 0 ? 0 : least + Math.floor(chance() * (most - least + 1));
}

/** The status that stands in the place of the answer; `undefined` for none. */
export function faultOf(
  request: Incoming,
  { faults }: Trouble,
  chance: () => number,
): number | undefined {
  const wanted = request.header("sandbox-fault") ?? "";
  if (/^[45]\d\d$/.test(wanted)) return Number(wanted);
  return faults.find((fault) => chance() < fault.chance)?.status;
}

const CODES: Readonly<Record<number, string>> = { 402: "card_declined", 429: "rate_limit" };

export function faultAnswer(status: number, envelope: ErrorEnvelope | undefined): Answer {
  const code = CODES[status];
  const problem = {
    status,
    message: `The sandbox was asked to answer ${status}.`,
    ...(code !== undefined && { code }),
    ...((status === 429 || status === 503) && { headers: { "retry-after": "1" } }),
  };
  return problemAnswer(problem, envelope);
}
