import type { NamedSchema } from "../../model/api-model.ts";
import { listText } from "../shared/layout.ts";
import { stringLiteral } from "../shared/literals.ts";
import { typeText } from "../shared/type-text.ts";
import { selfReference, guardStatements } from "./guard-view.ts";
import { explainStatements } from "./explain-view.ts";
import type { ConstantView, ValidatorContext } from "./context.ts";

/** What `validators/file` prints. */
export type ValidatorsFileView = {
  readonly constants: readonly ConstantView[];
  readonly validators: readonly ValidatorView[];
};

export type ValidatorView = {
  readonly exported: boolean;
  /** What the doc comments call the schema: `{@link Coupon}` where there is a type to link to. */
  readonly subject: string;
  readonly guard: string;
  /** `(value: unknown): value is Coupon`, broken where it is long. */
  readonly guardSignature: string;
  readonly guardStatements: readonly string[];
  readonly explain: string;
  readonly explainSignature: string;
  readonly explainStatements: readonly string[];
  /** `couponValidator: Validator<Coupon> = /* @__PURE__ *​/ validator(…)`, for exported ones. */
  readonly validator: string | null;
};

export function validatorView(
  named: NamedSchema,
  exported: boolean,
  context: ValidatorContext,
): ValidatorView {
  const { id, schema, declared } = named;
  const { names } = context;
  const type = typeText(selfReference(id), context);
  const head = exported ? "export function " : "function ";
  const guard = names.guard(id);
  const explain = names.explain(id);
  context.imports.runtimeType("Issues", "validate");
  return {
    exported,
    subject: declared ? `a {@link ${type}}` : "what the name says",
    guard,
    guardSignature: signature(["value: unknown"], `value is ${type}`, head.length + guard.length),
    guardStatements: guardStatements(schema, id, context),
    explain,
    explainSignature: signature(
      ["value: unknown", "issues: Issues", "at: string"],
      "void",
      head.length + explain.length,
    ),
    explainStatements: explainStatements(schema, id, context),
    validator: exported ? validatorText(id, type, context) : null,
  };
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
  const broken = (depth: string): string =>
    `${call}(\n${args.map((argument) => `${depth}  ${argument},\n`).join("")}${depth});`;
  if (`${head} ${call}(`.length <= 100) return `${head} ${broken("")}`;
  const below = `  ${call}(${args.join(", ")});`;
  return `${head}\n${below.length <= 100 ? below : `  ${broken("  ")}`}`;
}
