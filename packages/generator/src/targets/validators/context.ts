import type { NamedSchema, Schema, SchemaId } from "../../model/api-model.ts";
import type { NameTable } from "../../naming/name-table.ts";
import { toIdentifier } from "../../naming/identifier.ts";
import { camelCase } from "../../naming/casing.ts";
import type { TypeContext } from "../shared/type-text.ts";
import { Imports } from "../shared/imports.ts";
import { InternalError } from "../../diagnostics/internal-error.ts";
import { listText, valueText } from "../shared/layout.ts";
import { patternCall } from "../shared/pattern-text.ts";

/** What one file of validators is made with: names, imports, and the constants its functions share. */
export interface ValidatorContext extends TypeContext {
  /** The guard of a schema, imported where it lives in another file. */
  guard(schema: SchemaId): string;
  /** The explaining function of a schema, likewise. */
  explain(schema: SchemaId): string;
  /** A module constant that holds the pattern; `path` names it. */
  pattern(source: string, path: string): string;
  /** A module constant that holds the known keys of a closed object. */
  keys(names: readonly string[], path: string): string;
  /** Any other module constant; `print` is told how many columns stand in front of its value. */
  constant(path: string, print: (before: number) => string): string;
  /** Constants asked for so far, sorted by name. */
  constants(): readonly ConstantView[];
  /** Schemas whose guard or walk was asked for so far. */
  readonly wanted: {
    readonly guards: ReadonlySet<SchemaId>;
    readonly walks: ReadonlySet<SchemaId>;
  };
}

export type ConstantView = { readonly name: string; readonly value: string };

export function validatorContext(
  names: NameTable,
  imports: Imports,
  schemas: ReadonlyMap<SchemaId, NamedSchema>,
): ValidatorContext {
  const constants = new Map<string, string>();
  const wanted = { guards: new Set<SchemaId>(), walks: new Set<SchemaId>() };
  const fileOf = (id: SchemaId): { target: string; path: string } => {
    const named = schemas.get(id);
    if (!named) throw new InternalError("a validator refers to no schema", { schema: id });
    return { target: "validators", path: names.schemaFile(named.owner) };
  };
  const constant = (name: string, value: string): string => {
    const known = constants.get(name);
    if (known !== undefined && known !== value) return constant(`${name}Too`, value);
    constants.set(name, value);
    return name;
  };
  return {
    names,
    imports,
    schemas,
    wanted,
    constants: () =>
      [...constants]
        .map(([name, value]) => ({ name, value }))
        .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1)),
    guard: (id) => {
      wanted.guards.add(id);
      return imports.value(names.guard(id), fileOf(id));
    },
    explain: (id) => {
      wanted.walks.add(id);
      return imports.value(names.explain(id), fileOf(id));
    },
    pattern: (source, path) => {
      const name = toIdentifier(`${camelCase(path)}Pattern`);
      const { callee, args } = patternCall(source, imports);
      return constant(name, PURE + callText(callee, args, declared(name) + PURE.length));
    },
    constant: (path, print) => {
      const name = toIdentifier(camelCase(path));
      return constant(name, print(declared(name)));
    },
    keys: (known, path) => {
      const name = toIdentifier(`${camelCase(path)}Keys`);
      const before = declared(name) + `${PURE}new Set(`.length;
      return constant(name, `${PURE}new Set(${valueText(known, before, ");".length, 0)})`);
    },
  };
}

// Calls that a bundler may drop when nobody uses what they give.
const PURE = "/* @__PURE__ */ ";

// Objects name patterns, so they stand below these.
function rank({ value }: ConstantView): number {
  return value.startsWith(PURE) ? 0 : 1;
}

// Columns in front of the value.
function declared(name: string): number {
  return `const ${name} = `.length;
}

function callText(callee: string, args: readonly string[], before: number): string {
  return listText(`${callee}(`, args, ")", before, ";".length, 0);
}

/** A named schema as its own file refers to it. */
export function selfReference(id: SchemaId): Schema {
  return { kind: "reference", schema: id, nullable: false, docs: {} };
}
