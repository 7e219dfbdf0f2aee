import type { Diagnostic } from "../diagnostic.ts";

/** What can stand in the way of writing. */

export function foreignFile(file: string): Diagnostic {
  return {
    code: "foreign-file",
    severity: "error",
    message: `"${file}" would be overwritten, but it does not carry the header of generated files.`,
    hint: "move or delete it, or choose another output folder; nothing was written",
  };
}

export function linkedOutput(file: string): Diagnostic {
  return {
    code: "linked-output",
    severity: "error",
    message: `"${file}" is reached through a symbolic link that leads out of the output folder.`,
    hint: "put a real folder in place of the link; nothing was written",
  };
}

export function unwritableOutput(file: string, reason: string): Diagnostic {
  return {
    code: "unwritable-output",
    severity: "error",
    message: `"${file}" cannot be written: ${reason}.`,
    hint: "check the permissions and the free space of the output folder",
  };
}
