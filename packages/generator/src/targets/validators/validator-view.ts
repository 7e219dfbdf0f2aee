import type { NamedSchema, SchemaId } from "../../model/api-model.ts";
import { listText } from "../shared/layout.ts";
import { stringLiteral } from "../shared/literals.ts";
import { typeText } from "../shared/type-text.ts";
import { guardStatements } from "./guard-view.ts";
import { explainStatements } from "./explain-view.ts";
import { selfReference, type ConstantView, type ValidatorContext } from "./context.ts";

/** What `validators/file` prints. */
export type ValidatorsFileView = {
  readonly constants: readonly ConstantView[];
  readonly validators: readonly ValidatorView[];
};

export type ValidatorView = {
  readonly exported: boolean;
  /** What the doc comments call the schema: `{@link Coupon}` where there is a type to link to. */
  readonly subject: string;
  readonly guard: FunctionView | null;
  /** The walk that explains; `null` where nobody asks for it. */
  readonly explain: FunctionView | null;
  /** The constant that holds guard and walk, for exported ones. */
  readonly validator: string | null;
};

export type FunctionView = {
  readonly name: string;
  /** `(value: unknown): value is Coupon`, broken where it is long. */
  readonly signature: string;
  readonly statements: readonly string[];
};

/**
 * The functions of one file. Those that are exported are printed whole; of the others, those that these call, and so
 * on: nothing stands there unused.
 */
export function validatorViews(
  schemas: readonly NamedSchema[],
  exported: ReadonlySet<SchemaId>,
  context: ValidatorContext,
): ValidatorView[] {
  const guards = new Map<SchemaId, FunctionView>();
  const walks = new Map<SchemaId, FunctionView>();
  const isWanted = (kind: "guards" | "walks", id: SchemaId): boolean =>
    exported.has(id) || context.wanted[kind].has(id);
  let before = -1;
  while (guards.size + walks.size > before) {
    before = guards.size + walks.size;
    for (const named of schemas) {
      const { id } = named;
      const whole = exported.has(id);
      if (isWanted("guards", id) && !guards.has(id))
        guards.set(id, guardView(named, whole, context));
      if (isWanted("walks", id) && !walks.has(id))
        walks.set(id, explainView(named, whole, context));
    }
  }
  return schemas
    .filter(({ id }) => guards.has(id) || walks.has(id))
    .map((named) => {
      const { id, declared } = named;
      const type = typeText(selfReference(id), context);
      return {
        exported: exported.has(id),
        subject: declared ? `a {@link ${type}}` : "what the name says",
        guard: guards.get(id) ?? null,
        explain: walks.get(id) ?? null,
        validator: exported.has(id) ? validatorText(id, type, context) : null,
      };
    });
}

function guardView(named: NamedSchema, exported: boolean, context: ValidatorContext): FunctionView {
  const { id, schema } = named;
  const name = context.names.guard(id);
  const type = typeText(selfReference(id), context);
  const before = head(exported).length + name.length;
  return {
    name,
    signature: signature(["value: unknown"], `value is ${type}`, before),
    statements: guardStatements(schema, id, context),
  };
}

function explainView(
  named: NamedSchema,
  exported: boolean,
  context: ValidatorContext,
): FunctionView {
  const { id, schema } = named;
  const name = context.names.explain(id);
  const parameters = [
    "value: unknown",
    `issues: ${context.imports.runtimeType("Issues", "validate")}`,
    "at: string",
  ];
  return {
    name,
    signature: signature(parameters, "void", head(exported).length + name.length),
    statements: explainStatements(schema, id, context),
  };
}

function head(exported: boolean): string {
  return exported ? "export function " : "function ";
}

function signature(parameters: readonly string[], result: string, before: number): string {
  return listText("(", parameters, `): ${result}`, before, " {".length, 0);
}

function validatorText(id: string, type: string, context: ValidatorContext): string {
  const { names, imports } = context;
  imports.runtimeType("Validator", "validate");
  const make = imports.runtimeValue("validator", "validate");
  const head = `export const ${names.validator(id)}: Validator<${type}> =`;
  const call = `/* @__PURE__ */ ${make}`;
  const args = [stringLiteral(names.type(id)), names.guard(id), names.explain(id)];
  const line = `${head} ${call}(${args.join(", ")});`;
  if (line.length <= 100) return line;
  const list = args.map((argument) => `  ${argument},\n`).join("");
  if (`${head} ${call}(`.length <= 100) return `${head} ${call}(\n${list});`;
  // Prettier breaks what stands between the angle brackets, unless it is a plain name.
  if (head.length > 100 && !/^[\w$]+$/.test(type)) {
    const open = head.slice(0, head.indexOf("<") + 1);
    return `${open}\n  ${type}\n> = ${call}(\n${list});`;
  }
  const below = `  ${call}(${args.join(", ")});`;
  if (below.length <= 100) return `${head}\n${below}`;
  return `${head}\n  ${call}(\n${list.replaceAll(/^/gm, "  ").trimEnd()}\n  );`;
}
