/** Where output goes: packages, the folders of targets in them, and where the runtime comes from. */
export interface OutputLayout {
  readonly packages: readonly OutputPackage[];
  readonly runtime: "package" | "inline";
}

/** A folder of output. Files in it import each other by relative paths, other packages by name. */
export interface OutputPackage {
  /** Name other packages import it by; needed only where there are others. */
  readonly name?: string;
  /** Folder of its sources, from the working directory. */
  readonly dir: string;
  /** Target name → folder below `dir`; `"."` is `dir` itself. */
  readonly targets: Readonly<Record<string, string>>;
  /** File for the report of public names and signatures. */
  readonly surface?: string;
  /** The README, where one is printed. */
  readonly readme?: { readonly file: string };
}
