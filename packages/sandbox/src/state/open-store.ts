import { MemoryStore } from "./memory.ts";
import type { Store } from "./store.ts";

/**
 * Opens a store by its name: `"memory"`, or a file.
 *
 * @throws {TypeError} for another name, and {Error} for a file that cannot be used.
 */
export async function openStore(name: string): Promise<Store> {
  if (name === "memory") return new MemoryStore();
  if (!/\.(?:sqlite3?|db)$/.test(name)) {
    throw new TypeError(`"${name}" is no store: give memory, or a file that ends in .sqlite.`);
  }
  // Loaded only when it is asked for: some versions of Node print a warning about it.
  const { SqliteStore } = await import("./sqlite.ts");
  return new SqliteStore(name);
}
