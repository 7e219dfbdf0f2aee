import { readPointer } from "../plain/pointer.ts";
import type { PageStyle } from "../contract.ts";
import { following } from "./follow.ts";

/** Pages whose answer has the URL of the next one. */
export const urlPages: PageStyle = {
  next: ({ pagination, response }) => readPointer(response, pagination.url ?? ""),
  ask: following,
};
