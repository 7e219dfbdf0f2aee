/** Templates and targets that do not come with Specwright. */
export const EXTENSION: Readonly<Record<string, string>> = {
  "extension-not-found": `"extensions" in the configuration names folders. Each holds the module of a target, called
target.ts or index.ts (or .js, .mjs, .mts), and its templates.`,
  "extension-unreadable": `The module of an extension threw an error when it was loaded. Node.js loads it as it stands:
TypeScript that must be compiled, such as an enum, cannot be loaded.`,
  "extension-without-target": `The module of an extension exports a target as its default: an object with a name, of small
letters, digits and single dashes, and a function "plan". "needs", if it is there, is a list of names of targets.`,
  "target-name-taken": `Every target has a name of its own. Those of the built-in targets are taken, and so are index,
runtime and shared.`,
  "extension-failed": `The "plan" of an extension threw an error. It may have asked for the name of something that the
model does not hold, or for a file of a target that it does not name under "needs".`,
  "wrong-unit": `A unit is a path below the folder of its target, the name of a template, a view that is plain JSON, and
a list of imports. Two units cannot be one file. The first unit that is not so stops the run.`,
  "template-error": `A template does not compile, or asks for what its view does not have. Templates hold text, each, if,
unless and partials; what may be missing is null in the view.`,
  "not-typescript": `What is printed with a template of yours, or by a target of yours, is parsed before it is written. The
parser has found the first place that cannot be TypeScript.`,
  "templates-not-found": `"templates" in the configuration names folders that are searched before the built-in one. One
that is not there would do nothing, so it is an error.`,
};
