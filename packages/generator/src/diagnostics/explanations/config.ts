/** Configuration, output and command line. */
export const CONFIG: Readonly<Record<string, string>> = {
  "no-config": `There is no specwright.config.{ts,mts,mjs,js,json} in the folder you are in. "specwright init" writes
one; with --input and --output none is needed.`,
  "config-unreadable": `The configuration file is not there, or threw an error when it was loaded.`,
  "config-without-export": `The configuration file must export the configuration as its default.`,
  "unknown-config-key": `The configuration has a key that Specwright does not know; it would do nothing.`,
  "wrong-config-value": `A value in the configuration is missing or of the wrong kind.`,
  "unknown-target": `The targets are schemas, validators, operations, client and server-stubs.`,
  "target-twice": `A target has one place. Two packages of the configuration name it.`,
  "target-nowhere": `The target is asked for, but no package of the configuration gives it a folder.`,
  "missing-target": `The code of one target imports that of another: validators and operations use schemas, the client
uses operations, server stubs use operations and validators. A package must take what is used.`,
  "package-without-name": `Two packages import from each other by name, as their package.json spells it. Within one
package relative paths are used and no name is needed.`,
  "output-outside": `Output goes below the folder of the configuration, or below --output, and nowhere else.`,
  "foreign-file": `A file stands where a generated one should go, and its first line is not ours. It may be somebody's
work, so it is left alone; and because the rest would not fit together without it, nothing is written at all.`,
  "linked-output": `A symbolic link on the way to an output file leads out of the output folder. Writing through it
could change files anywhere.`,
  "unwritable-output": `The system refused to write. If it happened in the middle, the next run finishes the work.`,
  "wrong-command-line": `The command line has a command, an option or a value that Specwright does not know.
"specwright --help" shows what there is.`,
  "file-exists": `"specwright init" never overwrites a configuration.`,
  "unknown-operation": `There is no operation with this id. It is the resource and the operation's name:
"customers.balanceTransactions.create".`,
  "unknown-code": `Diagnostics have codes such as "unresolved-ref"; "specwright explain" takes one of them.`,
  drift: `The generated files are not what the spec, the configuration and the templates give. Somebody changed one of
these and did not generate, or changed a generated file.`,
  "edited-by-hand": `A generated file is not as the last run left it. What was changed there will be lost in the next
run; put it into the spec, into a template override, or into a file of your own.`,
};
