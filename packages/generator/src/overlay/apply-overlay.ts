import { overlayWithoutMatch, wrongOverlay } from "../diagnostics/catalog/overlay.ts";
import type { Place, Report } from "../diagnostics/diagnostic.ts";
import { escapeToken } from "../resolve/json-pointer.ts";
import type { Node } from "../resolve/spec-document.ts";
import { select, type Keys } from "./json-path.ts";
import { Origins } from "./origins.ts";
import { readOverlay, type Action } from "./read-overlay.ts";

/** A document as overlays leave it. */
export interface Overlaid {
  readonly value: unknown;
  /** Where what stands at a place of the changed document was written. */
  readonly originalPlace: (place: Place) => Place;
}

/**
 * Applies overlays to a document, one after the other. Overlay 1.0, section 4.4.
 *
 * An action that selects nothing is reported as an error: it was written for a document that said more.
 *
 * @param document The root. It is copied, not changed.
 */
export function applyOverlays(document: Node, overlays: readonly Node[], report: Report): Overlaid {
  const origins = new Origins();
  const holder = { root: origins.copy(document.value, document.at) };
  for (const overlay of overlays) {
    for (const action of readOverlay(overlay, report)) apply(action, holder, origins, report);
  }
  const { file } = document.at;
  return {
    value: holder.root,
    originalPlace: (place) => (place.file === file ? origins.find(holder.root, place) : place),
  };
}

interface Holder {
  root: unknown;
}

function apply(action: Action, holder: Holder, origins: Origins, report: Report): void {
  const { target } = action;
  const selected = select(holder.root, String(target.value));
  if (typeof selected === "string") {
    report(wrongOverlay(target.at, `this JSONPath cannot be used: ${selected}`));
    return;
  }
  if (selected.length === 0) report(overlayWithoutMatch(target.at, String(target.value)));
  // Overlay 1.0, section 4.4.3: `update` has no effect where `remove` is true.
  if (action.remove) remove(selected, holder);
  else if (action.update) update(selected, action.update, holder, origins, report);
}

// Backwards, so that the places of what follows in a list stay what they were.
function remove(selected: readonly Keys[], holder: Holder): void {
  for (const keys of selected.toReversed()) {
    const parent = valueAt(holder.root, keys.slice(0, -1));
    const key = keys.at(-1);
    if (key === undefined) continue;
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (typeof parent === "object" && parent !== null) Reflect.deleteProperty(parent, key);
  }
}

function update(
  selected: readonly Keys[],
  change: Node,
  holder: Holder,
  origins: Origins,
  report: Report,
): void {
  for (const keys of selected) {
    const target = valueAt(holder.root, keys);
    if (Array.isArray(target)) target.push(origins.copy(change.value, change.at));
    else if (isRecord(target) && isRecord(change.value)) {
      merge(target, change.value, change.at, origins);
    } else {
      report(wrongOverlay(change.at, "what is selected and what updates it must be objects"));
      return;
    }
  }
}

// Objects are merged, lists are put together, anything else is replaced.
function merge(target: object, change: object, at: Place, origins: Origins): void {
  for (const [key, value] of Object.entries(change)) {
    const place = { file: at.file, pointer: `${at.pointer}/${escapeToken(key)}` };
    const own: unknown = Object.getOwnPropertyDescriptor(target, key)?.value;
    if (isRecord(own) && isRecord(value)) merge(own, value, place, origins);
    else if (Array.isArray(own) && Array.isArray(value)) {
      own.push(...copied(value, place, origins));
    } else {
      // A name such as `__proto__` is an ordinary key here.
      Object.defineProperty(target, key, {
        value: origins.copy(value, place),
        configurable: true,
        enumerable: true,
        writable: true,
      });
      origins.setMember(target, key, place);
    }
  }
}

function copied(items: readonly unknown[], { file, pointer }: Place, origins: Origins): unknown[] {
  return items.map((item, index) => origins.copy(item, { file, pointer: `${pointer}/${index}` }));
}

function valueAt(root: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>((value, key) => {
    const isHolder = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    return isHolder ? Reflect.get(value, key) : undefined;
  }, root);
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
