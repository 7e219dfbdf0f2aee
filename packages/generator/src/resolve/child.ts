import type { Place } from "../diagnostics/diagnostic.ts";
import { escapeToken, getMember } from "./json-pointer.ts";
import type { Child } from "./spec-document.ts";

/** The own member `key` of a node; `undefined` when it is not there. */
export const child: Child = (node, key) => {
  const member = getMember(node.value, String(key));
  return member && { value: member.value, at: below(node.at, String(key)) };
};

/** The place of a member. */
export function below({ file, pointer }: Place, key: string): Place {
  return { file, pointer: `${pointer}/${escapeToken(key)}` };
}
