import type { JsonObject } from "../json.ts";

/** One object, and where it belongs. */
export interface Stored {
  readonly collection: string;
  /** `""` for an object without an id, of which its parents have one each. */
  readonly id: string;
  /** Ids of the objects on the way to it, in the order of the path; `null`: it is found under all of them. */
  readonly parents: readonly string[] | null;
  /** Grows with every object that is made: the order of lists. */
  readonly sequence: number;
  readonly value: JsonObject;
  /** What is gone keeps its place, so that a cursor which names it still leads somewhere. */
  readonly isDeleted: boolean;
}

/** An answer that a repeated request gets again. */
export interface Remembered {
  /** Hash of the request that it answered. */
  readonly request: string;
  /** When that was, in seconds since 1970. */
  readonly at: number;
  /** JSON; empty where the answer had none. */
  readonly body: string;
  /** Set where the request was refused once it had begun. */
  readonly failure?: Failure;
}

/** Why a request was refused. */
export interface Failure {
  readonly status: number;
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
}

/** Everything that a sandbox knows, as JSON. */
export interface Snapshot {
  readonly version: 1;
  readonly objects: readonly Stored[];
  readonly counters: Readonly<Record<string, number>>;
  readonly answers: Readonly<Record<string, Remembered>>;
}

/** A property that objects must have: one that holds another text or whole number there is of no interest. */
export interface Hint {
  readonly key: string;
  readonly text: string;
}

/** Which objects are wanted. */
export interface Reach {
  /** A store may leave out what they exclude, or give it all the same. */
  readonly hints?: readonly Hint[];
  /** The same for objects that are not under these parents. */
  readonly under?: readonly string[];
}

export interface Range extends Reach {
  /** Only objects with a smaller sequence. */
  readonly below?: number;
  /** How many to leave out at the beginning. Not to be used together with what may be given all the same. */
  readonly skip?: number;
}

/** What behaviours may ask of a store. */
export interface StoreView {
  /** Objects with that id, one at most for the same parents; those that are gone among them. */
  byId(collection: string, id: string): readonly Stored[];
  /** Objects that are there, the newest first; read as far as somebody looks. */
  newest(collection: string, range?: Range): Iterable<Stored>;
  /** Objects with a larger sequence that are there, the oldest first. */
  oldest(collection: string, above: number, reach?: Reach): Iterable<Stored>;
  /** How many are there. */
  count(collection: string): number;
}

/** Where objects are kept. */
export interface Store extends StoreView {
  put(stored: Stored): void;
  /** The next number of a series; the first is 1. */
  next(counter: string): number;
  /** The number that a series has come to; 0 at first. */
  current(counter: string): number;
  recall(key: string): Remembered | undefined;
  remember(key: string, answer: Remembered): void;
  /** Forgets answers given at that time, in seconds since 1970, and before. */
  forget(until: number): void;
  /** Does all of the work or, where it throws, nothing of it. The work must be synchronous. */
  atomically<T>(work: () => T): T;
  snapshot(): Snapshot;
  /** Puts a snapshot in the place of everything. */
  load(snapshot: Snapshot): void;
  close(): void;
}

export const EMPTY: Snapshot = { version: 1, objects: [], counters: {}, answers: {} };

/** Tells two objects with one id under different parents apart. */
export function keyOf({ id, parents }: Pick<Stored, "id" | "parents">): string {
  return JSON.stringify([id, parents]);
}
