import type { Span } from "./text-location.ts";

/** A member of an object, or an item of an array, in JSON text. */
export interface JsonMember {
  /** The name, or the index of an item. */
  readonly key: string;
  /** Absent for an item. */
  readonly keySpan?: Span;
  readonly value: Span;
}

/** The span of the whole value of a JSON text. */
export function jsonRoot(text: string): Span {
  const start = skipSpace(text, 0);
  return { start, end: valueEnd(text, start) };
}

/**
 * Members of the value at `span`, one level deep, in text order, repeated names included.
 *
 * Reads text that `JSON.parse` has accepted; what it gives for other text is not defined, but it ends.
 */
export function jsonMembers(text: string, span: Span): JsonMember[] {
  const opening = text[span.start];
  if (opening !== "{" && opening !== "[") return [];
  const members: JsonMember[] = [];
  let at = skipSpace(text, span.start + 1);
  while (at < span.end - 1) {
    const member =
      opening === "{" ? namedMember(text, at) : itemMember(text, at, String(members.length));
    members.push(member);
    at = skipSpace(text, skipSpace(text, member.value.end) + 1);
  }
  return members;
}

function namedMember(text: string, at: number): JsonMember {
  const keyEnd = stringEnd(text, at);
  const colon = skipSpace(text, keyEnd);
  const start = skipSpace(text, colon + 1);
  return {
    key: String(JSON.parse(text.slice(at, keyEnd))),
    keySpan: { start: at, end: keyEnd },
    value: { start, end: valueEnd(text, start) },
  };
}

function itemMember(text: string, at: number, key: string): JsonMember {
  return { key, value: { start: at, end: valueEnd(text, at) } };
}

function valueEnd(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return stringEnd(text, start);
  if (first === "{" || first === "[") return collectionEnd(text, start);
  let end = start;
  while (end < text.length && !/[\s,\]}]/.test(text.charAt(end))) end += 1;
  return Math.max(end, start + 1);
}

function collectionEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = stringEnd(text, at) - 1;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth += 1;
    else if ((code === CLOSE_BRACE || code === CLOSE_BRACKET) && --depth === 0) return at + 1;
  }
  return text.length;
}

function stringEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (!isEscaped(text, at)) return at + 1;
  }
  return text.length;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (SPACE.has(text.charCodeAt(at))) at += 1;
  return at;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d]);
