import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** A field or parameter as the inventory states it. */
export interface Fact {
  readonly type: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly value?: unknown;
  readonly fields?: Readonly<Record<string, Fact>>;
  readonly items?: Fact;
  readonly of?: Fact;
  readonly anyOf?: readonly Fact[];
  readonly ref?: string | readonly string[];
  readonly name?: string;
  readonly nullable?: boolean;
  readonly optional?: boolean;
  readonly required?: boolean;
  readonly emptyable?: boolean;
  readonly expandable?: boolean;
  readonly deletable?: boolean;
  readonly collapsed?: boolean;
  readonly deleted?: boolean;
}

export interface ObjectFacts {
  readonly object: string;
  readonly fields: Readonly<Record<string, Fact>>;
  readonly deleted?: Readonly<Record<string, Fact>>;
}

export interface OperationFacts {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly params?: Readonly<Record<string, Fact>>;
  readonly paramsIn: string;
  readonly returns: Fact;
}

export interface EventFacts {
  readonly type: string;
  readonly object: string | readonly string[] | null;
  readonly thin?: boolean;
}

export interface Inventory {
  readonly objects: readonly ObjectFacts[];
  /** Every method and path once. */
  readonly operations: readonly OperationFacts[];
  readonly events: readonly EventFacts[];
  readonly errorCodes: readonly string[];
}

const root = join(import.meta.dirname, "../../..");
const folder = resolve(root, process.env["SPECWRIGHT_REFERENCE"] ?? "../shared/reference");

/** The facts that `spec/` was written from, or `undefined` where they are absent, which is said loudly. */
export function readInventory(reader: string): Inventory | undefined {
  if (!existsSync(folder)) {
    console.warn(
      `SKIPPED: ${reader} compares spec/ with the inventory only where it is. ` +
        "Put it at ../shared/reference, or name its folder in SPECWRIGHT_REFERENCE.",
    );
    return undefined;
  }
  return {
    objects: readAll("objects") as ObjectFacts[],
    operations: once(
      (readAll("operations") as { operations: OperationFacts[] }[]).flatMap(
        (file) => file.operations,
      ),
    ),
    events: (read("events.json") as { events: EventFacts[] }).events,
    errorCodes: (read("conventions.json") as { errors: { codes: string[] } }).errors.codes,
  };
}

// Two resources of the inventory share some operations.
function once(operations: readonly OperationFacts[]): OperationFacts[] {
  return [...new Map(operations.map((one) => [`${one.method} ${one.path}`, one])).values()];
}

function readAll(name: string): unknown[] {
  return readdirSync(join(folder, name))
    .sort()
    .map((file) => read(join(name, file)));
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}
