import { registerHooks, stripTypeScriptTypes } from "node:module";
import { parentPort } from "node:worker_threads";

/** Loads generated modules that exist only as texts, and tells what they did to the world by that. */

interface Job {
  readonly id: number;
  readonly files: ReadonlyMap<string, string>;
}

const SCHEME = "generated:";
let current: Job = { id: 0, files: new Map() };

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith(SCHEME)) return { url: specifier, shortCircuit: true };
    if (!context.parentURL?.startsWith(SCHEME)) return next(specifier, context);
    // Generated code may name its own files and the runtime, nothing else.
    if (specifier.startsWith("@specwright/runtime"))
      return next(specifier, { ...context, parentURL: import.meta.url });
    if (!specifier.startsWith(".")) throw new Error(`an import of ${specifier}`);
    const url = new URL(specifier, context.parentURL.replace(SCHEME, "file:"));
    return { url: url.href.replace("file:", SCHEME), shortCircuit: true };
  },
  load(url, context, next) {
    if (!url.startsWith(SCHEME)) return next(url, context);
    const path = decodeURIComponent(url.slice(`${SCHEME}///${current.id}/`.length));
    const text = current.files.get(path.replace(/\.js$/, ".ts"));
    if (text === undefined) throw new Error(`an import of ${path}, which was not generated`);
    return { format: "module", source: stripTypeScriptTypes(text), shortCircuit: true };
  },
});

/** Global names before anything generated is loaded. */
const before = new Set(Reflect.ownKeys(globalThis));
const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const membersBefore = prototypes.map((one) => Reflect.ownKeys(one).length);

const SAMPLES: readonly unknown[] = [
  undefined,
  null,
  0,
  "x",
  [],
  {},
  JSON.parse('{"__proto__":{"id":1},"constructor":1}'),
];

async function run(job: Job): Promise<string[]> {
  current = job;
  const faults: string[] = [];
  for (const path of job.files.keys()) {
    if (!path.endsWith(".ts")) continue;
    try {
      const url = `${SCHEME}///${job.id}/${encodeURI(path.replace(/\.ts$/, ".js"))}`;
      useGuards(await import(url));
    } catch (error) {
      faults.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return [...faults, ...tracks()];
}

function useGuards(module: unknown): void {
  for (const [name, value] of Object.entries(Object(module))) {
    if (name.startsWith("is") && typeof value === "function")
      for (const sample of SAMPLES) Reflect.apply(value, undefined, [sample]);
  }
}

function tracks(): string[] {
  const names = Reflect.ownKeys(globalThis).filter((name) => !before.has(name));
  for (const name of names) Reflect.deleteProperty(globalThis, name);
  const changed = prototypes.filter((one, at) => Reflect.ownKeys(one).length !== membersBefore[at]);
  return [
    ...names.map((name) => `the global ${String(name)} was set`),
    ...changed.map(() => "a prototype has other members than before"),
  ];
}

parentPort?.on("message", (job: Job) => {
  void run(job).then((faults) => parentPort?.postMessage(faults, []));
});
