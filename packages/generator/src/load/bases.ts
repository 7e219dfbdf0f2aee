import { posix } from "node:path";
import { isUrl } from "./is-url.ts";

/** Where the references of files start from, and what files call themselves. OpenAPI 3.2, section 4.1.2.2. */
export interface Bases {
  /** @param found Where the file was found, if not at `path`: a redirect led there. */
  readonly add: (path: string, value: unknown, found?: string) => void;
  /** Path or address that relative references in this file start from. */
  readonly baseOf: (path: string) => string;
  /** The file that calls itself what `name`, a reference in the file `from`, stands for. */
  readonly fileCalled: (name: string, from: string) => string | undefined;
  /** Address that `name` stands for in a local file which says where on the network it belongs. */
  readonly addressOf: (name: string, from: string) => string | undefined;
}

export function createBases(): Bases {
  const bases = new Map<string, string>();
  /** What a file calls itself, whole. */
  const selves = new Map<string, string>();
  const files = new Map<string, string>();
  const address = (name: string, from: string): string | undefined => {
    const url = URL.parse(name, selves.get(from));
    return url === null ? undefined : url.href.split("#", 1)[0];
  };
  return {
    add(path, value, found = path) {
      const self = selfOf(value);
      bases.set(path, self === undefined ? found : baseBy(self, found));
      const whole = self === undefined ? null : URL.parse(self, isUrl(found) ? found : undefined);
      if (!whole || !isUrl(whole.href)) return;
      selves.set(path, whole.href);
      if (!files.has(whole.href)) files.set(whole.href, path);
    },
    baseOf: (path) => bases.get(path) ?? path,
    fileCalled: (name, from) => files.get(address(name, from) ?? ""),
    addressOf: (name, from) => (!isUrl(from) && selves.has(from) ? address(name, from) : undefined),
  };
}

/** `$self` has no fragment. */
function selfOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "$self"))
    return undefined;
  const self: unknown = Reflect.get(value, "$self");
  return typeof self === "string" && self !== "" && !self.includes("#") ? self : undefined;
}

// A local file that gives its address on the network is a copy of what lies there, beside copies of its neighbours.
function baseBy(self: string, found: string): string {
  if (isUrl(found)) return URL.parse(self, found)?.href ?? found;
  const isRelative = !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(self);
  return isRelative ? posix.join(posix.dirname(found), self) : found;
}
