import type { TypeOptions } from "../model/model-options.ts";
import type { Target } from "../plan/target.ts";
import type { TargetName } from "./targets.ts";

/** What `specwright.config.*` exports. Paths are relative to the folder of that file. */
export interface Config {
  /** The entry document of the spec; an address on the network needs `remote`. */
  readonly input: string;
  /** Where the output goes. Nothing is written outside these folders. */
  readonly packages: readonly PackageConfig[];
  /** Which targets are printed. Default: all that the packages take. What they import is printed too. */
  readonly targets?: readonly (TargetName | (string & {}))[];
  /**
   * Folders that hold a target each: a module `target.ts` or `index.ts` (or `.js`, …) with the target as its default
   * export, and its templates. The name of such a target can be used like those of the built-in ones. Default: none.
   */
  readonly extensions?: readonly string[];
  /** Folders searched for templates before the built-in ones; the first hit wins. Default: none. */
  readonly templates?: readonly string[];
  /**
   * `"package"` imports `@specwright/runtime`; `"inline"` puts its source into the folder `runtime` of each package.
   * Default: `"package"`.
   */
  readonly runtime?: "package" | "inline";
  /** How schemas become types. */
  readonly types?: TypeOptions;
  /** Overlays, applied to the entry document in this order before anything reads it. Default: none. */
  readonly overlays?: readonly string[];
  /** What of the spec is generated. Default: all of it. */
  readonly filter?: Filter;
  /** The command that `specwright check` tells to run. Default: `"specwright generate"`. */
  readonly mend?: string;
  /** Folders beside that of `input` that its references may lead into. Default: none. */
  readonly allow?: readonly string[];
  /** Documents on the network that references may lead to. Default: nothing is fetched. */
  readonly remote?: RemoteConfig;
}

/** What may be fetched from the network: by `https`, or by `http` from this very machine. */
export interface RemoteConfig {
  /** Hosts, `"example.com"` or `"example.com:8443"`, and addresses, `"https://example.com/specs"`, with all below them. */
  readonly hosts: readonly string[];
  /** Headers to send, by host: `{ "example.com": { authorization: "…" } }`. No other host gets them. Default: none. */
  readonly headers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Operations by selectors: `tag:billing`, `path:/v1/invoices/**`, `operation:getInvoice`, `deprecated`; components by
 * `schema:Invoice`. What nothing is left to lead to goes with what is left out.
 */
export interface Filter {
  /** Only operations that one of these selects, and components that are named. Default: all. */
  readonly include?: readonly string[];
  /** Not those that one of these selects. Default: none. */
  readonly exclude?: readonly string[];
}

/** One folder of sources, imported by others under one name. */
export interface PackageConfig {
  /** Name in its `package.json`; needed when another package imports from it. */
  readonly name?: string;
  /** Folder of its sources. Generated files in it that are no longer in the plan are removed. */
  readonly dir: string;
  /** Folder of each target below `dir`; `"."` is `dir` itself. */
  readonly targets: TargetFolders;
  /** File for the report of public names and signatures. Default: none. */
  readonly surface?: string;
  /**
   * File for a README with snippets, of a package that has the client or the server stubs; `false`: none. One that
   * somebody wrote is never overwritten. Default: `README.md` in `dir`, unless there is one that is not generated.
   */
  readonly readme?: string | false;
}

/** Folder by name of target: a built-in one, or one of `extensions`. */
export interface TargetFolders extends Readonly<Partial<Record<TargetName, string>>> {
  readonly [extension: string]: string | undefined;
}

/** A target from outside. */
export interface Extension {
  /** Its folder; absolute. All that it is made of lies in there. */
  readonly folder: string;
  readonly target: Target;
}

/** A checked configuration with every default applied. */
export interface ResolvedConfig {
  /** Absolute folder that every other path starts from. Nothing is written outside it. */
  readonly root: string;
  /** The configuration file; absent when there is none. Absolute. */
  readonly file?: string;
  /** The entry document. Absolute, or an address on the network. */
  readonly input: string;
  readonly packages: readonly ResolvedPackage[];
  /** Absolute. */
  readonly templates: readonly string[];
  readonly extensions: readonly Extension[];
  readonly runtime: "package" | "inline";
  readonly types: TypeOptions;
  /** Absolute. */
  readonly overlays: readonly string[];
  readonly filter: Required<Filter>;
  readonly mend: string;
  /** Absolute, as spelled and with links resolved. */
  readonly allow: readonly string[];
  readonly remote: Required<RemoteConfig>;
}

export interface ResolvedPackage {
  readonly name?: string;
  /** Below the root, with slashes; `"."` is the root itself. */
  readonly dir: string;
  /** Only the targets of this run. */
  readonly targets: Readonly<Record<string, string>>;
  /** Folders below `dir` of targets that are left out of this run: what stands there is kept. */
  readonly kept: readonly string[];
  /** Below the root, with slashes. */
  readonly surface?: string;
  /** Absent where none is printed in this run. */
  readonly readme?: ResolvedReadme;
}

export interface ResolvedReadme {
  /** Below the root, with slashes. */
  readonly file: string;
  /** Whether nobody asked for it by name: then one that somebody wrote stays in its place. */
  readonly yields: boolean;
}

/** Gives a configuration its type. Returns it unchanged. */
export function defineConfig(config: Config): Config {
  return config;
}
