import { DatabaseSync, type SQLOutputValue, type StatementSync } from "node:sqlite";
import type { JsonObject } from "../json.ts";
import { StoreError } from "./store-error.ts";
import { listQuery, type Query } from "./list-query.ts";
import type { Range, Reach, Remembered, Snapshot, Store, Stored } from "./store.ts";

const TABLES = `
  CREATE TABLE IF NOT EXISTS objects (
    collection TEXT NOT NULL, id TEXT NOT NULL, parents TEXT NOT NULL, sequence INTEGER NOT NULL,
    deleted INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (collection, id, parents)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS newest ON objects (collection, deleted, sequence DESC);
  CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, at INTEGER NOT NULL, answer TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS oldest_answer ON answers (at);
`;

/** Forms of this file; one of another form is refused. */
const FORM = 2;

/** Rows that are read at once: about what a page has, then more, for whoever looks for something rare. */
const FIRST_BATCH = 16;
const LARGEST_BATCH = 1_024;

type Row = Readonly<Record<string, SQLOutputValue>>;

/**
 * A store in a file. What has been answered is in it: each request is one transaction, and a commit returns when the
 * disk has it.
 */
export class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  /**
   * @throws {StoreError} for a file that another version of the sandbox has written, and {Error} for one that cannot be
   * opened, or is no database.
   */
  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    const form = this.#database.prepare("PRAGMA user_version").get()?.["user_version"];
    if (form !== 0 && form !== FORM) {
      throw new StoreError(`"${file}" was written by another version of the sandbox.`);
    }
    this.#database.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;",
    );
    this.#database.exec(`${TABLES} PRAGMA user_version = ${FORM};`);
  }

  byId(collection: string, id: string): readonly Stored[] {
    const rows = this.#prepared("SELECT * FROM objects WHERE collection = ? AND id = ?").all(
      collection,
      id,
    );
    return rows.map(toStored);
  }

  newest(collection: string, { below, skip, ...reach }: Range = {}): Iterable<Stored> {
    const end = below === undefined || below === Infinity ? Number.MAX_SAFE_INTEGER : below;
    return this.#batches(listQuery("<", "DESC", reach), collection, end, skip);
  }

  oldest(collection: string, above: number, reach: Reach = {}): Iterable<Stored> {
    return this.#batches(listQuery(">", "ASC", reach), collection, above);
  }

  // Each batch begins behind the last row of the one before, which the index finds at once.
  *#batches(
    { query, values }: Query,
    collection: string,
    from: number,
    skip = 0,
  ): Generator<Stored> {
    const statement = this.#prepared(query);
    let at = from;
    let offset = skip;
    for (let size = FIRST_BATCH; ; size = Math.min(size * 2, LARGEST_BATCH)) {
      const rows = statement.all(collection, at, ...values, size, offset).map(toStored);
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < size) return;
      at = last.sequence;
      offset = 0;
    }
  }

  count(collection: string): number {
    const query = "SELECT COUNT(*) AS count FROM objects WHERE collection = ? AND deleted = 0";
    return Number(this.#prepared(query).get(collection)?.["count"]);
  }

  put({ collection, id, parents, sequence, isDeleted, value }: Stored): void {
    this.#prepared("INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?)").run(
      collection,
      id,
      JSON.stringify(parents),
      sequence,
      isDeleted ? 1 : 0,
      JSON.stringify(value),
    );
  }

  next(counter: string): number {
    const query = `INSERT INTO counters VALUES (?, 1)
      ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`;
    return Number(this.#prepared(query).get(counter)?.["value"]);
  }

  current(counter: string): number {
    return Number(
      this.#prepared("SELECT value FROM counters WHERE name = ?").get(counter)?.["value"] ?? 0,
    );
  }

  recall(key: string): Remembered | undefined {
    const text = this.#prepared("SELECT answer FROM answers WHERE key = ?").get(key)?.["answer"];
    return typeof text === "string" ? asAnswer(text) : undefined;
  }

  remember(key: string, answer: Remembered): void {
    const query = "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)";
    this.#prepared(query).run(key, answer.at, JSON.stringify(answer));
  }

  forget(until: number): void {
    this.#prepared("DELETE FROM answers WHERE at <= ?").run(until);
  }

  atomically<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#database.exec("BEGIN IMMEDIATE");
    this.#depth += 1;
    try {
      const result = work();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  snapshot(): Snapshot {
    const objects = this.#prepared("SELECT * FROM objects ORDER BY sequence").all().map(toStored);
    const counters = this.#prepared("SELECT * FROM counters").all();
    const answers = this.#prepared("SELECT * FROM answers").all();
    return {
      version: 1,
      objects,
      counters: Object.fromEntries(
        counters.map(({ name, value }) => [String(name), Number(value)]),
      ),
      answers: Object.fromEntries(
        answers.map(({ key, answer }) => [String(key), asAnswer(String(answer))]),
      ),
    };
  }

  load({ objects, counters, answers }: Snapshot): void {
    this.atomically(() => {
      this.#database.exec("DELETE FROM objects; DELETE FROM counters; DELETE FROM answers;");
      for (const stored of objects) this.put(stored);
      for (const [name, value] of Object.entries(counters)) {
        this.#prepared("INSERT INTO counters VALUES (?, ?)").run(name, value);
      }
      for (const [key, answer] of Object.entries(answers)) this.remember(key, answer);
    });
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepared(query: string): StatementSync {
    const known = this.#statements.get(query);
    if (known) return known;
    const made = this.#database.prepare(query);
    this.#statements.set(query, made);
    return made;
  }
}

function toStored({ collection, id, parents, sequence, deleted, value }: Row): Stored {
  return {
    collection: String(collection),
    id: String(id),
    parents: JSON.parse(String(parents)) as readonly string[] | null,
    sequence: Number(sequence),
    isDeleted: deleted === 1,
    value: JSON.parse(String(value)) as JsonObject,
  };
}

function asAnswer(text: string): Remembered {
  return JSON.parse(text) as Remembered;
}
