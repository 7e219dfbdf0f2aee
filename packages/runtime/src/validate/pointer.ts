/** `key` as one step of a JSON pointer. RFC 6901, section 3. */
export function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The steps of a JSON pointer; those that read as array indexes are numbers. RFC 6901, sections 3 and 4. */
export function pointerPath(pointer: string): (string | number)[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => {
      if (/^(0|[1-9]\d{0,8})$/.test(step)) return Number(step);
      return step.replaceAll("~1", "/").replaceAll("~0", "~");
    });
}
