import { printPointer, refToPointer } from "../resolve/json-pointer.ts";

export { refToPointer };

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
