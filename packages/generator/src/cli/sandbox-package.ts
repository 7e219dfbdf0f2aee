import { importPackage } from "../config/import-default.ts";
import type { SpecExamples } from "../examples/spec-examples.ts";
import type { ApiModel } from "../model/api-model.ts";
import type { SandboxLine } from "./options.ts";

/** The package that serves; it reads documents through this one, so this one does not depend on it. */
export const SANDBOX_PACKAGE = "@specwright/sandbox";

/** What the command uses of it. */
export interface SandboxModule {
  createSandbox(model: ApiModel, options: SandboxSettings): Promise<MadeSandbox>;
  parseLatency(text: string): readonly [number, number];
  parseFaults(text: string): readonly { readonly status: number; readonly chance: number }[];
}

interface SandboxSettings {
  readonly examples?: SpecExamples;
  readonly seed?: string;
  readonly store?: string;
  readonly keyLifetime?: number;
  readonly latency?: readonly [number, number];
  readonly faults?: readonly { readonly status: number; readonly chance: number }[];
  readonly webhook?: { readonly url: string; readonly secret?: string };
}

interface MadeSandbox {
  listen(place: {
    readonly port: number;
    readonly host: string;
  }): Promise<{ readonly url: string }>;
  close(): Promise<void>;
}

/** A sandbox that listens. */
export interface Running {
  readonly url: string;
  close(): Promise<void>;
}

/** @returns `undefined` where the package is not installed. */
export async function loadSandbox(): Promise<SandboxModule | undefined> {
  try {
    const found = await importPackage(SANDBOX_PACKAGE);
    return isSandboxModule(found) ? found : undefined;
  } catch (error) {
    if (Object(error).code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

function isSandboxModule(value: unknown): value is SandboxModule {
  const names = ["createSandbox", "parseLatency", "parseFaults"];
  return names.every((name) => typeof Object(value)[name] === "function");
}

/** An option of the command line that cannot be understood. */
export class WrongLine extends Error {
  override readonly name = "WrongLine";
}

/** @throws {WrongLine} for a latency, faults or an address that cannot be understood. */
export function sandboxOptions(line: SandboxLine, module: SandboxModule): SandboxSettings {
  const { seed, store, keyHours, latency, faults, webhookUrl: url, webhookSecret: secret } = line;
  if (url !== undefined && !/^https?:$/.test(protocolOf(url))) {
    throw new WrongLine(`"${url}" is no address for webhooks: it begins with http:// or https://.`);
  }
  if (url === undefined && secret !== undefined) {
    throw new WrongLine(
      "--webhook-secret says how to sign, and --webhook-url where to send: give both.",
    );
  }
  return {
    ...(seed !== undefined && { seed }),
    ...(store !== undefined && { store }),
    ...(keyHours !== undefined && { keyLifetime: keyHours * 3600 }),
    ...(latency !== undefined && { latency: understood(() => module.parseLatency(latency)) }),
    ...(faults !== undefined && { faults: understood(() => module.parseFaults(faults)) }),
    ...(url !== undefined && { webhook: { url, ...(secret !== undefined && { secret }) } }),
  };
}

function understood<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof TypeError ? new WrongLine(error.message) : error;
  }
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : "";
}
