import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** One documented request and the documented answer to it: a file of `spec/examples/`. */
export interface Exchange {
  readonly file: string;
  readonly operation: string;
  readonly source: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}

const folder = join(import.meta.dirname, "../../spec/examples/documented");

export function readExchanges(): Exchange[] {
  return globSync("**/*.yaml", { cwd: folder })
    .sort()
    .map((file) => ({
      ...(parse(readFileSync(join(folder, file), "utf8")) as Omit<Exchange, "file">),
      file,
    }));
}
