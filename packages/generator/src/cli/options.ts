/** How messages are printed. */
export const REPORTERS = ["pretty", "json", "github", "sarif"] as const;

export type ReporterName = (typeof REPORTERS)[number];

/** Every option of every command; those that a command does not take are absent. */
export interface Options {
  readonly config?: string;
  readonly reporter: ReporterName;
  readonly quiet: boolean;
  readonly debug: boolean;
  readonly cache: boolean;
  readonly jobs?: number;
  readonly input?: string;
  readonly output?: string;
  /** Empty when all targets are meant. */
  readonly targets: readonly string[];
  readonly runtime?: "package" | "inline";
  readonly allowRemote: readonly string[];
  readonly allowOutside: readonly string[];
  readonly overlays: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly sandbox: SandboxLine;
}

/** What `specwright sandbox` is told beside the spec, as it was written. */
export interface SandboxLine {
  readonly port?: number;
  readonly host?: string;
  readonly seed?: string;
  readonly store?: string;
  readonly keyHours?: number;
  readonly latency?: string;
  readonly faults?: string;
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
}

/** Gives what commander has gathered its types. Values that commander has checked are not checked again. */
export function readOptions(values: Readonly<Record<string, unknown>>): Options {
  const { config, reporter, jobs, input, output, target, runtime } = values;
  return {
    ...(typeof config === "string" && { config }),
    reporter: reporterOf(reporter) ?? "pretty",
    quiet: values["quiet"] === true,
    debug: values["debug"] === true,
    cache: values["cache"] !== false,
    ...(typeof jobs === "number" && { jobs }),
    ...(typeof input === "string" && { input }),
    ...(typeof output === "string" && { output }),
    targets: textsOf(target),
    allowRemote: textsOf(values["allowRemote"]),
    allowOutside: textsOf(values["allowOutside"]),
    overlays: textsOf(values["overlay"]),
    include: textsOf(values["include"]),
    exclude: textsOf(values["exclude"]),
    sandbox: readSandboxLine(values),
    ...((runtime === "package" || runtime === "inline") && { runtime }),
  };
}

const SANDBOX_TEXTS = [
  "host",
  "seed",
  "store",
  "latency",
  "faults",
  "webhookUrl",
  "webhookSecret",
] as const;

function readSandboxLine(values: Readonly<Record<string, unknown>>): SandboxLine {
  const { port, keyHours } = values;
  const texts = SANDBOX_TEXTS.flatMap((name): [string, string][] => {
    const value = values[name];
    return typeof value === "string" ? [[name, value]] : [];
  });
  return {
    ...Object.fromEntries(texts),
    ...(typeof port === "number" && { port }),
    ...(typeof keyHours === "number" && { keyHours }),
  };
}

function reporterOf(name: unknown): ReporterName | undefined {
  return REPORTERS.find((known) => known === name);
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** The reporter that a command line asks for, found even when the rest of it cannot be understood. */
export function wantedReporter(argv: readonly string[]): ReporterName {
  const joined = argv.find((argument) => argument.startsWith("--reporter="))?.slice(11);
  const name = joined ?? argv[argv.indexOf("--reporter") + 1];
  const isAsked = argv.some((argument) => argument.startsWith("--reporter"));
  return (isAsked ? reporterOf(name) : undefined) ?? "pretty";
}
