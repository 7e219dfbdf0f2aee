import { hash } from "node:crypto";

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Chance that can be had again: the same seed and the same number give the same. */
export interface Random {
  /** Letters and digits. */
  letters(length: number): string;
  /** A UUID of version 4. */
  uuid(): string;
  /** From 0 up to, and without, 1. */
  fraction(): number;
}

/** @param next Counts what has been asked for. */
export function createRandom(seed: string, next: () => number): Random {
  const bytes = (): Buffer => hash("sha256", `${seed}:${next()}`, "buffer");
  return {
    letters(length) {
      let text = "";
      while (text.length < length) {
        for (const byte of bytes()) text += LETTERS[byte % LETTERS.length] ?? "";
      }
      return text.slice(0, length);
    },
    uuid() {
      const hex = bytes().toString("hex");
      const variant = "89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4] ?? "8";
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
    fraction: () => bytes().readUInt32BE() / 2 ** 32,
  };
}
