import { MemoryStore } from "./memory.ts";
import { StoreError } from "./store-error.ts";
import type { Store } from "./store.ts";

/**
 * Opens a store by its name: `"memory"`, or a file.
 *
 * @throws {StoreError} for another name, for a file that cannot be used, and where this Node.js has no SQLite.
 */
export async function openStore(name: string): Promise<Store> {
  if (name === "memory") return new MemoryStore();
  if (!/\.(?:sqlite3?|db)$/.test(name)) {
    throw new StoreError(`"${name}" is no store: give memory, or a file that ends in .sqlite.`);
  }
  const { SqliteStore } = await loadSqlite();
  try {
    return new SqliteStore(name);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(`"${name}" cannot be used as a store: ${reason}.`, { cause: error });
  }
}

// Loaded only when it is asked for: some versions of Node.js print a warning about it.
async function loadSqlite(): Promise<typeof import("./sqlite.ts")> {
  try {
    return await import("./sqlite.ts");
  } catch (error) {
    if (Object(error).code !== "ERR_UNKNOWN_BUILTIN_MODULE") throw error;
    throw new StoreError(
      `A store in a file needs node:sqlite, which Node.js ${process.versions.node} does not have; 22.18 and newer do.`,
      { cause: error },
    );
  }
}
