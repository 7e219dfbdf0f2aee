import Handlebars from "handlebars";
import type { Json } from "../plan/unit.ts";
import { InternalError } from "../diagnostics/internal-error.ts";
import type { TemplateFile } from "./template-files.ts";
import { TemplateError } from "./template-error.ts";

/** Prints a view with a template. */
export type Render = (template: string, view: Json) => string;

/**
 * `strict`: a field that a view does not have is an error, not an empty place. `knownHelpersOnly`: a template can loop
 * and choose, nothing else. `noEscape`: this is TypeScript, not HTML; views hold finished source text.
 */
const OPTIONS = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  knownHelpers: { each: true, if: true, unless: true },
} as const;

/** Compiles every template at once, so that a bad one is found before anything is printed. */
export function createEngine(templates: ReadonlyMap<string, TemplateFile>): Render {
  const handlebars = Handlebars.create();
  for (const helper of ["blockHelperMissing", "helperMissing", "log", "lookup", "with"]) {
    handlebars.unregisterHelper(helper);
  }
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  for (const template of templates.values()) {
    checkSyntax(template);
    const run = withTemplate(template, handlebars.compile(template.text, OPTIONS));
    compiled.set(template.name, run);
    handlebars.registerPartial(template.name, run);
  }
  return (name, view) => {
    const template = compiled.get(name);
    if (!template) throw new InternalError("no such template", { template: name });
    return template(view);
  };
}

// A mistake in a partial is told by the partial's file, not by that of the template which calls it.
function withTemplate(
  template: TemplateFile,
  run: HandlebarsTemplateDelegate,
): HandlebarsTemplateDelegate {
  return (context, options) => {
    try {
      return run(context, options);
    } catch (error) {
      throw error instanceof TemplateError ? error : new TemplateError(template, error);
    }
  };
}

// Handlebars compiles when a template is first used; precompiling it finds a mistake now.
function checkSyntax(template: TemplateFile): void {
  try {
    Handlebars.precompile(template.text, OPTIONS);
  } catch (error) {
    throw new TemplateError(template, error);
  }
}
