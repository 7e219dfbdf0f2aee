import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** The compilers of `test/`, by the folder of `node_modules` that holds them. */
export type Compiler = "typescript" | "typescript-6" | "typescript-7";

/** Every strictness that a project of users may have switched on. */
const STRICTEST = {
  target: "es2022",
  strict: true,
  noEmit: true,
  declaration: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  forceConsistentCasingInFileNames: true,
  types: [],
};

export interface CompileOptions {
  /** Default: `nodenext`. */
  readonly module?: "nodenext" | "bundler";
  /** Patterns of files below the folder. Default: all. */
  readonly include?: readonly string[];
  /** Compiler options on top of the strictest ones. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Type-checks a folder with nothing but the language's own library. Gives the messages, one a line. */
export async function compile(
  folder: string,
  compiler: Compiler,
  { module = "nodenext", include = ["**/*.ts"], options = {} }: CompileOptions = {},
): Promise<readonly string[]> {
  const resolution =
    module === "nodenext"
      ? { module: "nodenext" }
      : { module: "esnext", moduleResolution: "bundler" };
  const project = join(folder, `tsconfig.${compiler}.${module}.json`);
  const compilerOptions = { ...STRICTEST, ...resolution, ...options };
  writeFileSync(project, JSON.stringify({ compilerOptions, include }));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  return run(join(import.meta.dirname, "../node_modules", compiler, "bin/tsc"), project, folder);
}

function run(tsc: string, project: string, folder: string): Promise<readonly string[]> {
  const limits = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [tsc, "-p", project, "--pretty", "false"],
      limits,
      (error, stdout, stderr) => {
        const lines = `${stdout}${stderr}`.split("\n").filter((line) => line !== "");
        // A compiler that fails without a word must not pass for one that is content.
        resolve(error && lines.length === 0 ? [error.message] : lines);
      },
    );
  });
}
