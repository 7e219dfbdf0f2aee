import type { Remedies } from "./remedy.ts";

/** Configuration, output and command line. */
export const CONFIG_REMEDIES: Remedies = {
  "no-config": {
    fix: "Write a configuration, or say on the command line what is read and written.",
    example: "specwright generate --input openapi.yaml --output src/api",
  },
  "config-unreadable": {
    fix: "Correct the path, or the error that the message shows.",
    example: "specwright generate --config tools/specwright.config.ts",
  },
  "config-without-export": {
    fix: "Export the configuration as the default.",
    example: 'export default defineConfig({ input: "spec/openapi.yaml", packages: [ … ] });',
  },
  "unknown-config-key": {
    fix: "Correct or remove the key.",
    example: `{ inputs: "openapi.yaml" }
{ input: "openapi.yaml" }`,
  },
  "wrong-config-value": {
    fix: "Write a value of the kind that the message names.",
    example: `{ templates: "my-templates" }
{ templates: ["./my-templates"] }`,
  },
  "unknown-target": {
    fix: "Name a target that there is.",
    example: "specwright generate --target client",
  },
  "target-twice": {
    fix: "Leave the target in one package.",
    example: 'packages: [{ dir: "client", targets: { client: "src" } }]',
  },
  "target-nowhere": {
    fix: "Give the target a folder in a package.",
    example: 'targets: { validators: "src/validators" }',
  },
  "missing-target": {
    fix: "Give the target that is used a folder, too.",
    example: 'targets: { operations: "src/operations", client: "src" }',
  },
  "package-without-name": {
    fix: "Give the package a package.json with a name.",
    example: '{ "name": "@acme/api" }',
  },
  "output-outside": {
    fix: "Name a folder below that of the configuration.",
    example: `dir: "../api"
dir: "packages/api"`,
  },
  "foreign-file": {
    fix: "Move or delete the file, or choose another folder for the output.",
    example: "specwright generate --output src/generated",
  },
  "linked-output": {
    fix: "Replace the link by a folder, or choose another folder for the output.",
    example: "rm src/generated && mkdir src/generated",
  },
  "unwritable-output": {
    fix: "Look at permissions and at the space that is left, and run again.",
    example: "chmod u+w src/generated",
  },
  "wrong-command-line": {
    fix: "Correct the word that the message names.",
    example: "specwright --help",
  },
  "file-exists": {
    fix: "Edit the configuration that there is, or remove it first.",
    example: "rm specwright.config.ts && specwright init",
  },
  "unknown-operation": {
    fix: "Write resource and name, as the client has them.",
    example: "specwright inspect coupons.create",
  },
  "unknown-code": {
    fix: "Correct the code; without one all are listed.",
    example: "specwright explain",
  },
  drift: {
    fix: "Generate, and commit what changes.",
    example: "specwright generate",
  },
  "edited-by-hand": {
    fix: "Take the change to the spec, a template or a file of your own, and generate.",
    example: "specwright generate",
  },
};
