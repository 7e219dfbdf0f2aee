import type { Validation } from "../contract.ts";
import { ValidationError } from "../errors/validation-error.ts";
import type { Issue, ValidatorsByOperation } from "../validate/contract.ts";
import { own } from "../plain/pointer.ts";

/** One way in which answers are not what the spec says. */
export interface Drift extends Issue {
  /** Id of the operation. */
  readonly operation: string;
  /** How often this has been seen, from 1. */
  readonly count: number;
}

/** How far a client checks what it sends and gets. */
export interface ValidationOptions {
  /** `strict`: what is wrong is thrown before anything is sent. Default: `off`. */
  readonly requests?: "off" | "strict";
  /** `warn`: `onDrift` is told. `strict`: what is wrong is thrown. Default: `warn`. */
  readonly responses?: "off" | "warn" | "strict";
  /** Told of each way in which an answer of an operation is wrong, at its 1st, 10th, 100th … time. What it throws is lost. */
  readonly onDrift?: (drift: Drift) => void;
}

/**
 * Checks calls by the validators of the spec: `new Client({ validation: validation(operationValidators) })`. Nobody else carries
 * the validators.
 *
 * A value that a list of values does not have yet is no mistake of an answer: lists grow. Streams and answers of several media types
 * are not looked at.
 *
 * Throws {@link ValidationError} from calls, where it is `strict`. No message quotes a text or a number of a call: it may be a
 * secret, or somebody's own.
 */
export function validation(
  validators: ValidatorsByOperation,
  { requests = "off", responses = "warn", onDrift }: ValidationOptions = {},
): Validation {
  const seen = new Map<string, number>();
  const tell = (operation: string, issue: Issue): void => {
    const key = `${operation} ${issue.pointer.replace(/\/\d+/g, "/*")} ${issue.keyword}`;
    const count = (seen.get(key) ?? 0) + 1;
    // What a server can make up must not fill the memory, nor a log.
    if (count === 1 && seen.size >= 10_000) return;
    seen.set(key, count);
    if (!/^10*$/.test(String(count))) return;
    try {
      onDrift?.({ ...issue, operation, count });
    } catch {
      // To be warned is no reason to fail.
    }
  };
  const validatorsOf = (id: string): NonNullable<ValidatorsByOperation[string]> =>
    (Object.hasOwn(validators, id) && validators[id]) || {};
  return {
    request({ id }, input) {
      const validator = requests === "strict" && validatorsOf(id).params;
      const issues = validator ? quiet(validator.issues(own(input, "params") ?? {})) : [];
      if (validator && issues.length > 0) throw new ValidationError(validator.name, issues);
    },
    response({ id }, output) {
      const validator = responses !== "off" && validatorsOf(id).output;
      if (!validator || validator.is(output)) return;
      const found = validator.issues(output).filter(({ keyword }) => keyword !== "enum");
      const issues = quiet(found);
      if (issues.length === 0) return;
      if (responses === "strict") throw new ValidationError(validator.name, issues);
      for (const issue of issues) tell(id, issue);
    },
  };
}

/** Messages end with what they got: of texts and numbers, the kind is enough. */
function quiet(issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => ({
    ...issue,
    message: issue.message.replace(/, got ("|-?\d).*$/s, (_, first: string) =>
      first === '"' ? ", got a string" : ", got a number",
    ),
  }));
}
