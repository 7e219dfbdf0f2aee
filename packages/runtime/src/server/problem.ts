import type { Issue } from "../validate/contract.ts";

/** Why a request is refused: what the kit itself has to say, before it is written as a response. */
export interface Problem {
  readonly status: number;
  /** A sentence for people. */
  readonly message: string;
  /** The reason in one word, for programs. */
  readonly code?: string;
  /** The parameter at fault, with brackets for what is inside it: `items[0][price]`. */
  readonly param?: string;
  /** Everything that is wrong with the input. */
  readonly issues?: readonly Issue[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Carries a {@link Problem} from where it is found to where it is answered. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** A request that cannot be read. */
export function malformed(message: string, param?: string): ProblemError {
  return new ProblemError({ status: 400, message, ...(param !== undefined && { param }) });
}

/** Params that are not what their schema says: told by the first issue. */
export function invalidParams(issues: readonly Issue[]): Problem {
  const [first] = issues;
  const param = bracketed(first?.path ?? []);
  const message = `${param === "" ? "" : `${param}: `}${first?.message ?? "is not valid"}.`;
  return { status: 400, message, issues, ...(param !== "" && { param }) };
}

/** `items[0][price]` */
function bracketed([name = "", ...inner]: readonly (string | number)[]): string {
  return `${name}${inner.map((key) => `[${key}]`).join("")}`;
}
