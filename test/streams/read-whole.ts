/** An event stream and lines of JSON as their standards say, of a text that is there as a whole: what readers are held against. */

/** HTML Standard, section 9.2.6 (Interpreting an event stream). */
export function wholeEvents(bytes: Uint8Array): readonly object[] {
  const events: object[] = [];
  let fields: Record<string, string | number> = {};
  // What follows the last end of a line is no line.
  const lines = decode(bytes)
    .split(/\r\n|\n|\r/)
    .slice(0, -1);
  for (const line of lines) {
    if (line === "") {
      if (fields["data"] !== undefined) events.push(fields);
      fields = {};
      continue;
    }
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") {
      const begun = fields["data"];
      fields["data"] = begun === undefined ? value : `${begun}\n${value}`;
    } else if (name === "event" || (name === "id" && !value.includes("\0"))) fields[name] = value;
    else if (name === "retry" && /^[0-9]+$/.test(value)) fields["retry"] = Number(value);
  }
  return events;
}

/** JSON texts, one a line. A line that is no JSON ends them. */
export function wholeLines(bytes: Uint8Array): Whole {
  return untilBroken(decode(bytes).split("\n"));
}

/** JSON texts behind record separators. RFC 7464, section 2. */
export function wholeRecords(bytes: Uint8Array): Whole {
  const isEnded = (record: string): boolean => /^\s*[[{"]|[\t\n\r ]$/.test(record);
  return untilBroken(decode(bytes).split("\x1e"), isEnded);
}

/** Items, and whether something that is none ended them. */
export interface Whole {
  readonly items: readonly unknown[];
  readonly isBroken: boolean;
}

function untilBroken(texts: readonly string[], isEnded?: (text: string) => boolean): Whole {
  const items: unknown[] = [];
  for (const text of texts.filter((one) => one.trim() !== "")) {
    try {
      items.push(JSON.parse(text));
    } catch {
      return { items, isBroken: true };
    }
    if (isEnded?.(text) === false) return { items: items.slice(0, -1), isBroken: true };
  }
  return { items, isBroken: false };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
