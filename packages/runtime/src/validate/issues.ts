import type { Issue } from "./contract.ts";
import { pointerPath } from "./pointer.ts";
import { quote } from "./quote.ts";

// Pointers carry keys of the value, which may be long, and every issue below a key repeats it.
const longestPointers = 1_000_000;

/**
 * Gathers what is wrong with a value, in the order in which it is found.
 *
 * It stops taking in at 1,000 issues, or at a million characters of pointers, so that no value can fill the memory.
 */
export class Issues {
  readonly list: Issue[] = [];
  readonly #cap: number;
  #room = longestPointers;

  /** @param cap How many issues are kept at most. Default: 1,000. */
  constructor(cap = 1000) {
    this.#cap = cap;
  }

  /** Whether nothing more is taken in; a long walk may stop then. */
  get full(): boolean {
    return this.list.length >= this.#cap || this.#room < 0;
  }

  /** A value of another type than `what`, such as `"a string"`. */
  expected(at: string, what: string, value: unknown): void {
    this.broken(at, "type", what, value);
  }

  /** A property that must be there and is not; `at` points to where it belongs. */
  missing(at: string): void {
    this.#add(at, "required", "is required");
  }

  /** A property that a closed object does not know. */
  unexpected(at: string): void {
    this.#add(at, "additionalProperties", "is not a known property");
  }

  /**
   * A value of the right type that breaks a rule.
   *
   * @param keyword The JSON Schema keyword that failed, such as `"maxLength"`.
   * @param rule What was expected, such as `"at most 5,000 characters"`.
   */
  broken(at: string, keyword: string, rule: string, value: unknown): void {
    this.#add(at, keyword, `expected ${rule}, got ${quote(value)}`);
  }

  #add(pointer: string, keyword: string, message: string): void {
    if (this.full) return;
    this.#room -= pointer.length;
    if (this.#room >= 0) this.list.push({ pointer, path: pointerPath(pointer), message, keyword });
  }
}
