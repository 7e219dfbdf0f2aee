import { ValidationError } from "../errors/validation-error.ts";
import type { Issue, StandardProps, Validator } from "./contract.ts";
import { Issues } from "./issues.ts";

/** Says of a value that is not a `T` what is wrong with it; `at` is the pointer to the value. */
export type Explain = (value: unknown, issues: Issues, at: string) => void;

/**
 * Makes a {@link Validator} of a guard and of the walk that explains its no.
 *
 * The walk starts only after a no. Both recurse as deep as the value: some thousand levels are fine, far beyond that
 * they throw the platform's `RangeError` (call stack exceeded). Bound the depth of what strangers send before it comes
 * here, as the server kit does.
 *
 * @param name Name of the schema, for messages.
 */
export function validator<T>(
  name: string,
  is: (value: unknown) => value is T,
  explain: Explain,
): Validator<T> {
  return new SchemaValidator(name, is, explain);
}

class SchemaValidator<T> implements Validator<T> {
  readonly name: string;
  readonly is: (value: unknown) => value is T;
  readonly #explain: Explain;

  constructor(name: string, is: (value: unknown) => value is T, explain: Explain) {
    this.name = name;
    this.is = is;
    this.#explain = explain;
  }

  assert(value: unknown): asserts value is T {
    if (!this.is(value)) throw new ValidationError(this.name, this.#found(value));
  }

  issues(value: unknown): readonly Issue[] {
    return this.is(value) ? [] : this.#found(value);
  }

  // A getter, so that a validator which nobody uses this way costs no more than one object.
  get "~standard"(): StandardProps<T> {
    return {
      version: 1,
      vendor: "specwright",
      validate: (value) => (this.is(value) ? { value } : { issues: this.#found(value) }),
    };
  }

  #found(value: unknown): readonly Issue[] {
    const issues = new Issues();
    this.#explain(value, issues, "");
    // The guard decides: a no stays a no, even if the walk had nothing to say.
    if (issues.list.length === 0) issues.expected("", `a valid ${this.name}`, value);
    return issues.list;
  }
}
