import type { Diagnostic, Place } from "../diagnostic.ts";
import type { TextPlace } from "../finding.ts";

/** What can be wrong before there is a document: files and their syntax. */

export function inputNotFound(file: string): Diagnostic {
  return {
    code: "input-not-found",
    severity: "error",
    message: `The spec "${file}" does not exist.`,
    hint: 'check "input" in the configuration, or --input on the command line',
  };
}

export function inputUnreadable(file: string, reason: string): Diagnostic {
  return {
    code: "input-unreadable",
    severity: "error",
    message: `The spec "${file}" cannot be read: ${reason}.`,
    hint: "make it a readable file with text in UTF-8",
  };
}

export function fileNotFound(
  at: Place,
  ref: string,
  file: string,
  guess: string | undefined,
): Diagnostic {
  return {
    code: "file-not-found",
    severity: "error",
    message: `"${ref}" leads to the file "${file}", which does not exist.`,
    at,
    hint:
      guess === undefined
        ? "a relative reference starts at the folder of the file it stands in"
        : `did you mean "${guess}"?`,
  };
}

export function fileUnreadable(at: Place, file: string, reason: string): Diagnostic {
  return {
    code: "file-unreadable",
    severity: "error",
    message: `The file "${file}" cannot be read: ${reason}.`,
    at,
    hint: "make it a readable file with text in UTF-8",
  };
}

export function fileTooLarge(file: string, limit: number, at?: Place): Diagnostic {
  return {
    code: "file-too-large",
    severity: "error",
    message: `The file "${file}" is larger than ${limit / 1024 / 1024} MiB.`,
    ...(at && { at }),
    hint: "split it into several files",
  };
}

export function outsideFolder(at: Place, ref: string, folder: string): Diagnostic {
  return {
    code: "outside-folder",
    severity: "error",
    message: `"${ref}" leads out of the folder of the spec, "${folder}".`,
    at,
    hint: "keep every file of the spec below the folder of its entry document, or allow the other folder: --allow-outside DIR",
  };
}

export function remoteRef(at: Place, ref: string): Diagnostic {
  return {
    code: "remote-ref",
    severity: "error",
    message: `"${ref}" is not in a local file, and nothing is fetched from the network without permission.`,
    at,
    hint: "save the document beside the spec and refer to that file, or allow its host: --allow-remote HOST",
  };
}

export function remoteInput(url: string): Diagnostic {
  return {
    code: "remote-input",
    severity: "error",
    message: `The spec "${url}" is on the network, and nothing is fetched from there without permission.`,
    hint: "allow its host with --allow-remote HOST; it must be served by https",
  };
}

export function remoteFailed(ref: string, reason: string, at?: Place): Diagnostic {
  return {
    code: "remote-failed",
    severity: "error",
    message: `"${ref}" could not be fetched: ${reason}.`,
    ...(at && { at }),
    hint: "try again, or save the document and refer to the file",
  };
}

export function invalidSyntax(at: TextPlace, format: "JSON" | "YAML", reason: string): Diagnostic {
  return {
    code: "invalid-syntax",
    severity: "error",
    message: `This is not valid ${format}: ${reason}.`,
    at,
    hint: "mend the syntax here or just before",
  };
}

export function duplicateKey(at: Place, key?: string): Diagnostic {
  const what = key === undefined ? "This key" : `The key "${key}"`;
  return {
    code: "duplicate-key",
    severity: "error",
    message: `${what} stands twice in the same object.`,
    at,
    hint: "remove or rename one of the two",
  };
}

export function unsupportedSyntax(at: TextPlace, reason: string): Diagnostic {
  return {
    code: "unsupported-syntax",
    severity: "error",
    message: `This YAML has no counterpart in JSON: ${reason}.`,
    at,
    hint: "an OpenAPI document uses only what JSON has: objects with string keys, arrays, strings, numbers",
  };
}

export function tooDeep(at: Place, limit: number): Diagnostic {
  return {
    code: "too-deep",
    severity: "error",
    message: `Values are nested more than ${limit} levels deep.`,
    at,
    hint: "move the inner parts to components and refer to them",
  };
}

export function tooManyAliases(at: Place): Diagnostic {
  return {
    code: "too-many-aliases",
    severity: "error",
    message: "Aliases of YAML unfold to far more values than the file holds.",
    at,
    hint: "use $ref in place of aliases",
  };
}

export function emptyFile(at: Place): Diagnostic {
  return {
    code: "empty-file",
    severity: "error",
    message: `The file "${at.file}" is empty.`,
    at,
    hint: 'an OpenAPI document begins with "openapi: 3.1.0"',
  };
}

export function notAnObject(at: Place, kind: string): Diagnostic {
  return {
    code: "not-an-object",
    severity: "error",
    message: `An OpenAPI document is an object; this is ${kind}.`,
    at,
    hint: 'let the file begin with "openapi: 3.1.0"',
  };
}

export function missingVersion(at: Place): Diagnostic {
  return {
    code: "missing-version",
    severity: "error",
    message: 'The document does not say which OpenAPI version it follows: "openapi" is missing.',
    at,
    hint: 'add "openapi: 3.1.0" as its first line',
  };
}

export function unsupportedVersion(at: Place, found: string, hint: string): Diagnostic {
  return {
    code: "unsupported-version",
    severity: "error",
    message: `OpenAPI ${found} is not supported; Specwright reads 2.0 and 3.0 to 3.2.`,
    at,
    hint,
  };
}
