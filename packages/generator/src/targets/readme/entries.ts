import { posix } from "node:path";

/** A package as its README must know it. */
export interface ReadmePackage {
  /** As others import it; absent where it is a folder in a project. */
  readonly name?: string;
  readonly dir: string;
  readonly targets: Readonly<Record<string, string>>;
  /** The README, from where `dir` starts. */
  readonly readme?: { readonly file: string };
}

/** What a program imports to get at what a target exports. */
export function entryOf(target: string, holder: ReadmePackage): string {
  const folder = holder.targets[target] ?? ".";
  const [root] = Object.entries(holder.targets).find(([, dir]) => dir === ".") ?? [];
  // The client at the root exports operations and types besides.
  const isAtRoot = root === undefined || root === target || root === "client";
  return moduleOf(isAtRoot ? "index" : posix.join(folder, "index"), holder);
}

/** What a program imports to get at the runtime. */
export function runtimeEntry(
  holder: ReadmePackage,
  runtime: "package" | "inline",
  part: "" | "server" = "",
): string {
  if (runtime === "package") return posix.join("@specwright/runtime", part);
  return moduleOf(posix.join("runtime", part, "index"), holder);
}

function moduleOf(path: string, { name, dir, readme }: ReadmePackage): string {
  if (name !== undefined) return path === "index" ? name : `${name}/${path}`;
  const from = posix.dirname(readme?.file ?? "README.md");
  const way = posix.relative(from, posix.join(dir, `${path}.js`));
  return way.startsWith(".") ? way : `./${way}`;
}
