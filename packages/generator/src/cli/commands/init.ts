import { existsSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { findConfig } from "../../config/find-config.ts";
import { fileExists } from "../../diagnostics/catalog/command-line.ts";
import { placeless } from "../../diagnostics/finding.ts";
import { EXIT } from "../exit.ts";
import type { Io } from "../io.ts";
import type { Options } from "../options.ts";
import { printFindings } from "../print-findings.ts";

const USUAL_SPECS = ["openapi.yaml", "openapi.yml", "openapi.json"].flatMap((name) => [
  name,
  `spec/${name}`,
  `api/${name}`,
]);

/** `specwright init`: writes a configuration to start from; never over one that is there. */
export function init({ reporter, quiet }: Options, io: Io): number {
  const present = findConfig(io.cwd());
  if (present !== undefined) {
    printFindings(placeless([fileExists(basename(present))]), reporter, io);
    return EXIT.usage;
  }
  const path = join(io.cwd(), "specwright.config.ts");
  const input = USUAL_SPECS.find((name) => existsSync(join(io.cwd(), name))) ?? "openapi.yaml";
  writeFileSync(path, configText(input), { flag: "wx" });
  if (!quiet)
    io.stdout.write(`Wrote ${basename(path)}. Look it over, then run: specwright generate\n`);
  return EXIT.done;
}

/** Only types are imported, so that the file loads where Specwright is not installed, by `npx` for instance. */
function configText(input: string): string {
  return `import type { Config } from "@specwright/generator";

export default {
  // The entry document. Files it refers to must lie in the same folder or below.
  input: ${JSON.stringify(input)},
  // Generated files in these folders belong to Specwright; others are left alone.
  packages: [
    {
      dir: "src/generated",
      targets: {
        schemas: "schemas",
        validators: "validators",
        operations: "operations",
        client: "client",
        "server-stubs": "server-stubs",
      },
    },
  ],
} satisfies Config;
`;
}
