import { appendFileSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A mistake that no spec can make: it is in the command line, the configuration or on the disk. */
export interface Mistake {
  readonly code: string;
  /** Exit code of the last command. */
  readonly exit: number;
  /** Files that are there before the first command. */
  readonly files?: Readonly<Record<string, string>>;
  /** What else has happened before the last command. */
  readonly before?: (folder: string) => void;
  /** Commands, parted by semicolons; the last is the one that is told of its mistake. */
  readonly run: string;
  /** A part of the message. */
  readonly says: string;
}

const SPEC = `openapi: 3.1.0
info: { title: Shop API, version: "1" }
paths:
  /coupons:
    get: { operationId: coupons.list, responses: { "204": { description: Nothing to tell. } } }
`;
const WHOLE = "--input spec.yaml --output out";

const config = (value: unknown): Record<string, string> => ({
  "specwright.config.json": JSON.stringify(value),
});
const packages = (...list: unknown[]) => config({ input: "spec.yaml", packages: list });
const schemas = { schemas: "schemas" };

const OUT = { input: "spec.yaml", packages: [{ dir: "out", targets: schemas }] };
const EXTENDED = config({
  ...OUT,
  packages: [{ dir: "out", targets: { routes: "." } }],
  extensions: ["routes"],
});

function plan(body: string): string {
  return `export default { name: "routes", *plan() { ${body} } };\n`;
}

function extension(code: string, module: string, says: string): Mistake {
  return { code, exit: 3, files: { ...EXTENDED, "routes/target.mjs": module }, run: "generate", says };
}

/** A Path Item of a hundred thousand values, which is put in fifty-one places. */
const PLACES = Array.from({ length: 51 }, (_, index) => `  /a${index}: { $ref: unfolding.json }\n`);
const UNFOLDING = {
  "spec.yaml": SPEC + PLACES.join(""),
  "unfolding.json": JSON.stringify({ "x-list": Array.from({ length: 100_000 }, () => 0) }),
};

/** A document of Swagger 2.0 with a thousand media types for each of a hundred answers of sixty values. */
const REPEATING = JSON.stringify({
  swagger: "2.0",
  info: { title: "Shop API", version: "1" },
  produces: Array.from({ length: 1_000 }, (_, index) => `application/json${index}`),
  paths: {
    "/coupons": {
      get: {
        responses: Object.fromEntries(
          Array.from({ length: 100 }, (_, index) => [
            String(200 + index),
            { description: "One.", schema: { enum: Array.from({ length: 60 }, String) } },
          ]),
        ),
      },
    },
  },
});

export const MISTAKES: readonly Mistake[] = [
  {
    code: "overlay-not-found",
    exit: 2,
    run: `generate ${WHOLE} --overlay gone.yaml`,
    says: 'The overlay "gone.yaml" cannot be read',
  },
  {
    code: "wrong-overlay",
    exit: 2,
    files: { "overlay.yaml": "overlay: 2.0.0\nactions: []\n" },
    run: `generate ${WHOLE} --overlay overlay.yaml`,
    says: "overlay.yaml:1:10",
  },
  {
    code: "overlay-without-match",
    exit: 2,
    files: {
      "overlay.yaml":
        "overlay: 1.0.0\nactions:\n  - { target: $.cupons, remove: true }\n",
    },
    run: `generate ${WHOLE} --overlay overlay.yaml`,
    says: "overlay.yaml:3:15",
  },
  {
    code: "wrong-selector",
    exit: 2,
    run: `generate ${WHOLE} --include coupons`,
    says: '"coupons" is no selector',
  },
  {
    code: "selector-without-match",
    exit: 0,
    run: `generate ${WHOLE} --exclude path:/cupons`,
    says: 'did you mean "path:/coupons"?',
  },
  // The file that was named
  {
    code: "input-not-found",
    exit: 3,
    run: "generate --input gone.yaml --output out",
    says: "gone",
  },
  {
    code: "input-unreadable",
    exit: 2,
    before: (folder) => mkdirSync(join(folder, "spec")),
    run: "generate --input spec --output out",
    says: "not a regular file",
  },
  {
    code: "file-too-large",
    exit: 2,
    // A file of holes: nothing of its 65 MiB takes room on the disk.
    before: (folder) => truncateSync(join(folder, "spec.yaml"), 65 * 1024 * 1024),
    run: `generate ${WHOLE}`,
    says: "64 MiB",
  },
  {
    code: "remote-input",
    exit: 3,
    run: "generate --input https://example.com/openapi.yaml --output out",
    says: "--allow-remote",
  },
  {
    code: "remote-failed",
    exit: 2,
    files: {
      "spec.yaml": `${SPEC}components: { schemas: { A: { $ref: "http://localhost:1/a.yaml" } } }\n`,
    },
    run: `generate ${WHOLE} --allow-remote localhost:1`,
    says: "could not be fetched",
  },
  {
    code: "upgrade-too-large",
    exit: 2,
    files: { "spec.yaml": REPEATING },
    run: `generate ${WHOLE}`,
    says: "repeat more than 5000000 values",
  },
  // The configuration
  { code: "no-config", exit: 3, run: "generate", says: "specwright init" },
  { code: "no-config", exit: 3, run: "generate --config gone.json", says: '"gone.json"' },
  {
    code: "config-unreadable",
    exit: 3,
    files: { "specwright.config.json": "{" },
    run: "generate",
    says: "specwright.config.json",
  },
  {
    code: "config-without-export",
    exit: 3,
    files: { "specwright.config.mjs": "export const config = {};\n" },
    run: "generate",
    says: "export default",
  },
  {
    code: "unknown-config-key",
    exit: 3,
    files: config({ inptu: "spec.yaml", packages: [{ dir: "out", targets: schemas }] }),
    run: "generate",
    says: 'did you mean "input"?',
  },
  {
    code: "wrong-config-value",
    exit: 3,
    files: config({ input: 7, packages: [{ dir: "out", targets: schemas }] }),
    run: "generate",
    says: '"input"',
  },
  {
    code: "unknown-target",
    exit: 3,
    run: `generate ${WHOLE} --target shemas`,
    says: 'did you mean "schemas"?',
  },
  {
    code: "target-twice",
    exit: 3,
    files: packages({ dir: "one", targets: schemas }, { dir: "two", targets: schemas }),
    run: "generate",
    says: '"schemas"',
  },
  {
    code: "target-nowhere",
    exit: 3,
    files: config({
      input: "spec.yaml",
      targets: ["client"],
      packages: [{ dir: "out", targets: schemas }],
    }),
    run: "generate",
    says: '"client"',
  },
  {
    code: "missing-target",
    exit: 3,
    files: packages({ dir: "out", targets: { validators: "validators" } }),
    run: "generate",
    says: '"schemas"',
  },
  {
    code: "package-without-name",
    exit: 3,
    files: packages(
      { dir: "one", targets: schemas },
      { dir: "two", targets: { validators: "validators" } },
    ),
    run: "generate",
    says: '"one"',
  },
  {
    code: "output-outside",
    exit: 3,
    files: packages({ dir: "../out", targets: schemas }),
    run: "generate",
    says: '"../out"',
  },
  // Templates and targets of one's own
  {
    code: "templates-not-found",
    exit: 3,
    files: config({ ...OUT, templates: ["gone"] }),
    run: "generate",
    says: '"gone"',
  },
  {
    code: "template-error",
    exit: 3,
    files: {
      ...config({ ...OUT, templates: ["mine"] }),
      "mine/shared/index.hbs": "// Ours.\n{{nothing}}\n",
    },
    run: "generate",
    says: "mine/shared/index.hbs:2:3 error template-error",
  },
  {
    code: "not-typescript",
    exit: 3,
    files: {
      ...config({ ...OUT, templates: ["mine"] }),
      "mine/shared/index.hbs": "export { from;\n",
    },
    run: "generate",
    says: 'the file "out/index.ts" is no TypeScript',
  },
  { code: "extension-not-found", exit: 3, files: EXTENDED, run: "generate", says: '"routes"' },
  extension("extension-unreadable", 'throw new Error("No luck.");', "No luck."),
  extension("extension-without-target", "export const target = {};", '"routes/target.mjs"'),
  extension("target-name-taken", 'export default { name: "client", plan: () => [] };', '"client"'),
  extension("extension-failed", plan('throw new Error("No luck.");'), "No luck."),
  extension("wrong-unit", plan('yield { path: "../a.ts", template: "a/b" };'), '"../a.ts"'),
  // The command line
  { code: "wrong-command-line", exit: 3, run: "genrate", says: 'did you mean "generate"?' },
  {
    code: "file-exists",
    exit: 3,
    files: { "specwright.config.ts": "export default {};\n" },
    run: "init",
    says: "specwright.config.ts",
  },
  {
    code: "unknown-operation",
    exit: 3,
    run: `inspect coupons.lits ${WHOLE}`,
    says: 'did you mean "coupons.list"?',
  },
  {
    code: "unknown-code",
    exit: 3,
    run: "explain unresolved-reff",
    says: 'did you mean "unresolved-ref"?',
  },
  // A bundle
  {
    code: "bundle-too-large",
    exit: 2,
    files: UNFOLDING,
    run: "bundle spec.yaml --output bundle.yaml",
    says: "5,000,000",
  },
  {
    code: "output-is-no-file",
    exit: 3,
    before: (folder) => mkdirSync(join(folder, "bundle.yaml")),
    run: "bundle spec.yaml --output bundle.yaml",
    says: '"bundle.yaml"',
  },
  {
    code: "output-is-input",
    exit: 3,
    before: (folder) => symlinkSync("spec.yaml", join(folder, "bundle.yaml")),
    run: "bundle spec.yaml --output bundle.yaml",
    says: '"bundle.yaml"',
  },
  { code: "drift", exit: 1, run: `check ${WHOLE}`, says: "run `specwright generate`" },
  {
    code: "edited-by-hand",
    exit: 1,
    before: (folder) => appendFileSync(join(folder, "out/index.ts"), "// mine\n"),
    run: `generate ${WHOLE}; check ${WHOLE}`,
    says: '"out/index.ts"',
  },
  // What stands in the way of writing
  {
    code: "foreign-file",
    exit: 2,
    files: { "out/index.ts": "export const mine = 1;\n" },
    run: `generate ${WHOLE}`,
    says: '"index.ts"',
  },
  {
    code: "linked-output",
    exit: 2,
    files: { "elsewhere/precious.ts": "export {};\n", "out/README.md": "" },
    before: (folder) => symlinkSync(join(folder, "elsewhere"), join(folder, "out/schemas")),
    run: `generate ${WHOLE}`,
    says: "symbolic link",
  },
  {
    code: "unwritable-output",
    exit: 2,
    files: { out: "A file where the folder should be.\n" },
    run: `generate ${WHOLE}`,
    says: "out",
  },
];

/** Lays out what a mistake needs, with a spec that has nothing wrong. */
export function layOut(folder: string, { files = {} }: Mistake): void {
  for (const [file, text] of Object.entries({ "spec.yaml": SPEC, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}
