/**
 * The text of a file: UTF-8, or UTF-16 with a byte order mark, which is taken off. RFC 8259, section 8.1; YAML 1.2.2,
 * section 5.2.
 *
 * @returns `undefined` for bytes that are neither.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  // No text has this byte but one in another encoding, or something that is no text at all.
  if (encoding === "utf-8" && bytes.includes(0)) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encodingOf([first, second, third, fourth]: Uint8Array): string {
  // The mark of UTF-32 begins like that of UTF-16.
  if (first === 0xff && second === 0xfe && (third !== 0 || fourth !== 0)) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
