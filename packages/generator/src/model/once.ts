import type { SchemaId } from "./api-model.ts";

/** What has been found out of schemas so far. */
export interface Known<Answer> {
  readonly answers: Map<SchemaId, Answer | undefined>;
  /** Schemas that wait for the answer of another. */
  waiting: number;
}

/** So many schemas may wait: a document must not decide how deep our stack is. Ten are much in what people write. */
const MOST_WAITING = 64;

export function nothingKnown<Answer>(): Known<Answer> {
  return { answers: new Map(), waiting: 0 };
}

/**
 * Asks something of a schema once, however many ways lead to it: schemas may be made of each other, and of each other
 * twice, level upon level. One that is made of itself has no answer of its own.
 */
export function once<Answer>(
  id: SchemaId,
  known: Known<Answer>,
  ask: () => Answer | undefined,
): Answer | undefined {
  const { answers } = known;
  if (answers.has(id) || known.waiting >= MOST_WAITING) return answers.get(id);
  answers.set(id, undefined);
  known.waiting += 1;
  const answer = ask();
  known.waiting -= 1;
  answers.set(id, answer);
  return answer;
}
