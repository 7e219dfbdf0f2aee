import { readFileSync } from "node:fs";

/** SHA-256, as 43 characters. */
export function hashText(text: string): string {
  return sha256(text);
}

/** @returns `undefined` for a file that cannot be read. */
export function hashFile(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}

// Importing `node:crypto` takes 10 ms, and a run that has nothing to do needs no hash.
function sha256(content: string | Uint8Array): string {
  return process.getBuiltinModule("node:crypto").hash("sha256", content, "base64url");
}
