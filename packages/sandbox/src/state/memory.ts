import {
  keyOf,
  type Range,
  type Remembered,
  type Snapshot,
  type Store,
  type Stored,
} from "./store.ts";

/** How many answers are kept for repeated requests. */
const MOST_ANSWERS = 10_000;

interface Shelf {
  readonly byKey: Map<string, Stored>;
  readonly byId: Map<string, Stored[]>;
  /** Those that are there, in the order of their sequence. */
  readonly there: Stored[];
}

/** A store that lives as long as its program. */
export class MemoryStore implements Store {
  #shelves = new Map<string, Shelf>();
  #counters = new Map<string, number>();
  #answers = new Map<string, Remembered>();
  /** Undoes what was done since the work began; absent outside of it. */
  #undo: (() => void)[] | undefined;

  byId(collection: string, id: string): readonly Stored[] {
    return this.#shelves.get(collection)?.byId.get(id) ?? [];
  }

  *newest(collection: string, { below, skip = 0 }: Range = {}): Generator<Stored> {
    const there = this.#shelves.get(collection)?.there ?? [];
    const end = below === undefined ? there.length : placeOf(below, there);
    for (let at = end - 1 - skip; at >= 0; at -= 1) {
      const stored = there[at];
      if (stored) yield stored;
    }
  }

  *oldest(collection: string, above: number): Generator<Stored> {
    const there = this.#shelves.get(collection)?.there ?? [];
    for (let at = placeOf(above + 1, there); at < there.length; at += 1) {
      const stored = there[at];
      if (stored) yield stored;
    }
  }

  count(collection: string): number {
    return this.#shelves.get(collection)?.there.length ?? 0;
  }

  put(stored: Stored): void {
    const shelf = this.#shelf(stored.collection);
    const key = keyOf(stored);
    const before = shelf.byKey.get(key);
    this.#undo?.push(() => this.#set(shelf, key, stored.id, before));
    this.#set(shelf, key, stored.id, stored);
  }

  #set(shelf: Shelf, key: string, id: string, stored: Stored | undefined): void {
    const before = shelf.byKey.get(key);
    if (before && !before.isDeleted) shelf.there.splice(placeOf(before.sequence, shelf.there), 1);
    if (stored && !stored.isDeleted)
      shelf.there.splice(placeOf(stored.sequence, shelf.there), 0, stored);
    if (stored) shelf.byKey.set(key, stored);
    else shelf.byKey.delete(key);
    const others = (shelf.byId.get(id) ?? []).filter((one) => keyOf(one) !== key);
    const same = stored ? [...others, stored] : others;
    if (same.length > 0) shelf.byId.set(id, same);
    else shelf.byId.delete(id);
  }

  #shelf(collection: string): Shelf {
    const known = this.#shelves.get(collection);
    if (known) return known;
    const made: Shelf = { byKey: new Map(), byId: new Map(), there: [] };
    this.#shelves.set(collection, made);
    return made;
  }

  next(counter: string): number {
    const before = this.#counters.get(counter) ?? 0;
    this.#undo?.push(() => this.#counters.set(counter, before));
    this.#counters.set(counter, before + 1);
    return before + 1;
  }

  current(counter: string): number {
    return this.#counters.get(counter) ?? 0;
  }

  recall(key: string): Remembered | undefined {
    return this.#answers.get(key);
  }

  remember(key: string, answer: Remembered): void {
    this.#undo?.push(() => this.#answers.delete(key));
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST_ANSWERS && oldest !== undefined) this.#answers.delete(oldest);
  }

  // What is forgotten is too old to be asked for: nobody needs it back when the work fails. The oldest come first.
  forget(until: number): void {
    for (const [key, { at }] of this.#answers) {
      if (at > until) return;
      this.#answers.delete(key);
    }
  }

  atomically<T>(work: () => T): T {
    if (this.#undo) return work();
    const undo: (() => void)[] = [];
    this.#undo = undo;
    try {
      return work();
    } catch (error) {
      this.#undo = undefined;
      for (const step of undo.reverse()) step();
      throw error;
    } finally {
      this.#undo = undefined;
    }
  }

  snapshot(): Snapshot {
    const objects = [...this.#shelves.values()].flatMap(({ byKey }) => [...byKey.values()]);
    return {
      version: 1,
      objects: objects.sort((a, b) => a.sequence - b.sequence),
      counters: Object.fromEntries(this.#counters),
      answers: Object.fromEntries(this.#answers),
    };
  }

  load({ objects, counters, answers }: Snapshot): void {
    this.#shelves = new Map();
    this.#counters = new Map(Object.entries(counters));
    this.#answers = new Map(Object.entries(answers).sort(([, a], [, b]) => a.at - b.at));
    for (const stored of objects) this.put(stored);
  }

  close(): void {
    this.load({ version: 1, objects: [], counters: {}, answers: {} });
  }
}

/** Where an object with this sequence is, or belongs. */
function placeOf(sequence: number, there: readonly Stored[]): number {
  let from = 0;
  let to = there.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((there[middle]?.sequence ?? 0) < sequence) from = middle + 1;
    else to = middle;
  }
  return from;
}
