import { unwritableOutput } from "../diagnostics/catalog/output.ts";
import type { Report } from "../diagnostics/diagnostic.ts";

/**
 * Runs `work`; a refusal of the system (permissions, space, a read-only disk) is reported, for it is no bug of ours.
 *
 * @returns False when it was refused.
 */
export function attempt(work: () => void, report: Report): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    report(unwritableOutput(error.path ?? "the output folder", error.code));
    return false;
  }
}

interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
}

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && "syscall" in error && "code" in error;
}
