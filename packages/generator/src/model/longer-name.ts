import { digest } from "../naming/digest.ts";

/** What a name that is taken is made longer by: it still says what the thing is. */
const ENDINGS = ["Value", "Schema", "Type"];

/** The name, or the first longer one that is free. Never a number that counts. */
export function longerName(
  name: string,
  isTaken: (name: string) => boolean,
  endings: readonly string[] = ENDINGS,
): string {
  const candidates = [name, ...endings.map((ending) => name + ending)];
  const free = candidates.find((candidate) => !isTaken(candidate));
  if (free !== undefined) return free;
  let mark = digest(name);
  while (isTaken(name + mark)) mark = digest(mark + name);
  return name + mark;
}
