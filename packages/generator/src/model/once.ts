import type { SchemaId } from "./api-model.ts";

/** What has been found out of schemas so far. */
export type Known<Answer> = Map<SchemaId, Answer | undefined>;

/**
 * Asks something of a schema once, however many ways lead to it: schemas may be made of each other, and of each other
 * twice, level upon level. One that is made of itself has no answer of its own.
 */
export function once<Answer>(
  id: SchemaId,
  known: Known<Answer>,
  ask: () => Answer | undefined,
): Answer | undefined {
  if (known.has(id)) return known.get(id);
  known.set(id, undefined);
  const answer = ask();
  known.set(id, answer);
  return answer;
}
