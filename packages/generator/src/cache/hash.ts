import { hash } from "node:crypto";
import { readFileSync } from "node:fs";

export function hashText(text: string): string {
  return hash("sha256", text, "base64url");
}

/** @returns `undefined` for a file that cannot be read. */
export function hashFile(path: string): string | undefined {
  try {
    return hash("sha256", readFileSync(path), "base64url");
  } catch {
    return undefined;
  }
}
