import { printPointer } from "../resolve/json-pointer.ts";

/** Where a value comes to stand in the bundle. Its pointer is printed only where somebody needs it. */
export interface Position {
  readonly holder?: Position;
  readonly key: string;
  /** Of the root: 1. */
  readonly depth: number;
}

export const ROOT: Position = { key: "", depth: 1 };

export function within(holder: Position, key: string): Position {
  return { holder, key, depth: holder.depth + 1 };
}

/** The text of a reference to `position`. */
export function refToPosition(position: Position): string {
  const tokens: string[] = [];
  for (let at = position; at.holder; at = at.holder) tokens.push(at.key);
  return refToPointer(printPointer(tokens.reverse()));
}

/** A pointer as a URI fragment. RFC 6901, section 6. */
export function refToPointer(pointer: string): string {
  // Half a character cannot be written in UTF-8, and `encodeURI` would throw.
  const whole = pointer.replace(/\p{Surrogate}/gu, "\ufffd");
  return `#${encodeURI(whole).replaceAll("#", "%23")}`;
}
