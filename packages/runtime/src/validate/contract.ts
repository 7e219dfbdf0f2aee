/** What generated validators are made of: plain guards, plain explanations, and the object that carries both. */

/** One way in which a value is wrong. */
export interface Issue {
  /** RFC 6901 pointer to the wrong value; `""` is the whole. */
  readonly pointer: string;
  /** The same place as keys, for Standard Schema. */
  readonly path: readonly (string | number)[];
  /** `expected an integer, got "12"`. Values are quoted shortly; the text ends without a full stop. */
  readonly message: string;
  /** What was expected, for programs: the JSON Schema keyword that failed, `"type"`, `"maxLength"`, `"required"`, … */
  readonly keyword: string;
}

/** A value of which only the names of its properties are known. */
export type Unchecked<T> = { readonly [Key in keyof T]?: unknown };

/** Validates values of one type. Also a Standard Schema (version 1), so tools that take one take this. */
export interface Validator<T> {
  /** Name of the schema. */
  readonly name: string;
  /** Yes or no, as fast as it can be told; allocates nothing. */
  is(value: unknown): value is T;
  /** @throws {ValidationError} with every issue, when `value` is not a `T`. */
  assert(value: unknown): asserts value is T;
  /** Every issue, in the order of the schema; empty when `value` is a `T`. */
  issues(value: unknown): readonly Issue[];
  /** Standard Schema V1. */
  readonly "~standard": StandardProps<T>;
}

/** The `~standard` property of Standard Schema V1; spelled out here because the runtime has no dependencies. */
export interface StandardProps<T> {
  readonly version: 1;
  readonly vendor: "specwright";
  readonly validate: (value: unknown) => StandardResult<T>;
  readonly types?: { readonly input: T; readonly output: T };
}

export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly message: string;
        readonly path: readonly PropertyKey[];
      }[];
    };

/** Validators of what operations take (`params`) and give (`output`), by id of the operation. */
export type ValidatorsByOperation = Readonly<
  Record<
    string,
    { readonly params?: Validator<unknown>; readonly output?: Validator<unknown> } | undefined
  >
>;

/** Validators of what one operation takes and gives. */
export interface OperationValidators<Input, Output> {
  /** Absent where the operation takes nothing but path parameters. */
  readonly params?: Validator<
    Input extends { readonly params?: infer Params } ? Exclude<Params, undefined> : never
  >;
  /** Absent where the success answer has no body. */
  readonly output?: Validator<Output>;
}
