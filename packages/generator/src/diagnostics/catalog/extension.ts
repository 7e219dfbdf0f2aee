import type { Diagnostic } from "../diagnostic.ts";
import type { TextPlace } from "../finding.ts";

/** What can be wrong with templates and targets that do not come with Specwright. */

export function extensionNotFound(folder: string, modules: readonly string[]): Diagnostic {
  return {
    code: "extension-not-found",
    severity: "error",
    message: `"${folder}" is no extension: there is none of ${modules.join(", ")} in it.`,
    hint: 'check "extensions" in the configuration; each names a folder that holds a target',
  };
}

export function extensionUnreadable(file: string, reason: string): Diagnostic {
  return {
    code: "extension-unreadable",
    severity: "error",
    message: `The extension "${file}" cannot be loaded: ${sentence(reason)}`,
    hint: "run the file with node to see the whole error",
  };
}

/** @param lacks What is missing: `no name`. */
export function extensionWithoutTarget(file: string, lacks: string): Diagnostic {
  return {
    code: "extension-without-target",
    severity: "error",
    message: `The extension "${file}" does not export a target as its default: it has ${lacks}.`,
    hint: 'write `export default { name: "my-target", *plan(model, context) { … } } satisfies Target`',
  };
}

export function targetNameTaken(name: string, file: string): Diagnostic {
  return {
    code: "target-name-taken",
    severity: "error",
    message: `The extension "${file}" calls its target "${name}", but that name is taken.`,
    hint: "choose another name in the extension",
  };
}

export function extensionFailed(target: string, reason: string): Diagnostic {
  return {
    code: "extension-failed",
    severity: "error",
    message: `The target "${target}" failed while it planned its files: ${sentence(reason)}`,
    hint: "run again with --debug to see where; the extension has to be mended",
  };
}

/**
 * @param unit What is known of the unit: its path, or its number.
 * @param fault A clause about the unit: `its path leads out of the folder of the target`.
 */
export function wrongUnit(target: string, unit: string, fault: string): Diagnostic {
  return {
    code: "wrong-unit",
    severity: "error",
    message: `The target "${target}" plans "${unit}", which cannot be printed: ${sentence(fault)}`,
    hint: "mend `plan` of the target; nothing was written",
  };
}

/** @param place Line and column count from 1, and the line's text; absent where they are not known. */
export function templateError(
  file: string,
  place: { readonly line: number; readonly column: number; readonly text: string } | undefined,
  reason: string,
): Diagnostic {
  const named = place ? "" : ` "${file}"`;
  return {
    code: "template-error",
    severity: "error",
    message: `The template${named} cannot be used: ${sentence(reason)}`,
    ...(place && { at: textPlace(file, place) }),
    hint: "templates/README.md says what a template may hold, and which view it gets",
  };
}

/** @param problem The parser's words, and the line of the printed text they are about. */
export function notTypeScript(
  unit: string,
  template: { readonly name: string; readonly file: string },
  problem: { readonly message: string; readonly text: string },
): Diagnostic {
  return {
    code: "not-typescript",
    severity: "error",
    message: `With the template "${template.name}" the file "${unit}" is no TypeScript: ${sentence(problem.message)} Near: ${problem.text}`,
    hint: `mend "${template.file}", a partial that it uses, or the view; nothing was written`,
  };
}

export function templatesNotFound(folder: string): Diagnostic {
  return {
    code: "templates-not-found",
    severity: "error",
    message: `"${folder}", named under "templates" in the configuration, is no folder.`,
    hint: "check the path; it starts from the folder of the configuration",
  };
}

function textPlace(
  file: string,
  { line, column, text }: { readonly line: number; readonly column: number; readonly text: string },
): TextPlace {
  return { file, pointer: "", location: { file, line, column, length: 1 }, line: text };
}

function sentence(text: string): string {
  return `${text.replace(/\.$/, "")}.`;
}
