import type { Place } from "../diagnostics/diagnostic.ts";
import { escapeToken, getMember, parsePointer } from "../resolve/json-pointer.ts";

/** Where the parts of a changed document were written. */
export class Origins {
  readonly #holders = new WeakMap<object, Place>();
  readonly #members = new WeakMap<object, Map<string, Place>>();

  /** A copy of the value, of which every object and array knows its place. */
  copy(value: unknown, at: Place): unknown {
    if (typeof value !== "object" || value === null || !isPlain(value)) return value;
    const copy = Array.isArray(value)
      ? value.map((item, index) => this.copy(item, below(at, index)))
      : Object.fromEntries(
          Object.entries(value).map(([key, member]) => [key, this.copy(member, below(at, key))]),
        );
    this.#holders.set(copy, at);
    return copy;
  }

  /** Remembers where the member of an object was written, if elsewhere than the object. */
  setMember(holder: object, key: string, at: Place): void {
    const members = this.#members.get(holder) ?? new Map<string, Place>();
    this.#members.set(holder, members.set(key, at));
  }

  /** The place that a pointer into the changed `root` stands for. */
  find(root: unknown, place: Place): Place {
    let value: unknown = root;
    let found: Place = { file: place.file, pointer: "" };
    for (const token of parsePointer(place.pointer) ?? []) {
      const holder = value;
      value = getMember(value, token)?.value;
      const own = isObject(value) ? this.#holders.get(value) : undefined;
      const member = isObject(holder) ? this.#members.get(holder)?.get(token) : undefined;
      found = own ?? member ?? below(found, token);
    }
    return { ...place, ...found };
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

// Numbers with all their digits are values, not holders of any.
function isPlain(value: object): boolean {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

function below({ file, pointer }: Place, key: string | number): Place {
  return { file, pointer: `${pointer}/${escapeToken(String(key))}` };
}
