import type { Remedies } from "./remedy.ts";

/** Templates and targets that do not come with Specwright. */
export const EXTENSION_REMEDIES: Remedies = {
  "extension-not-found": {
    fix: "Name the folder of the extension, and put its module there.",
    example: 'extensions: ["./extensions/routes"]   with extensions/routes/target.ts',
  },
  "extension-unreadable": {
    fix: "Mend the error; use no TypeScript that must be compiled.",
    example: `enum Kind { A }
const KINDS = ["a"] as const;`,
  },
  "extension-without-target": {
    fix: "Export the target as the default.",
    example: 'export default { name: "routes", *plan(model, context) { … } };',
  },
  "target-name-taken": {
    fix: "Choose another name.",
    example: `name: "client"
name: "routes"`,
  },
  "extension-failed": {
    fix: "Look at the stack, and add to needs whose files the target imports.",
    example: "specwright generate --debug",
  },
  "wrong-unit": {
    fix: "Yield a path below the folder of the target, and a view that is plain JSON.",
    example: `{ path: "../routes.ts", … }
{ path: "routes.ts", template: "routes/file", view: { … }, imports: [] }`,
  },
  "template-error": {
    fix: "Use what the view has; give it null where something may be missing.",
    example: `{{title}}
{{#if title}}{{title}}{{/if}}`,
  },
  "not-typescript": {
    fix: "Look at the place in the output, and at the template that prints it.",
    example: "specwright inspect coupons.list",
  },
  "templates-not-found": {
    fix: "Correct the folder, or remove it from the list.",
    example: 'templates: ["./my-templates"]',
  },
};
