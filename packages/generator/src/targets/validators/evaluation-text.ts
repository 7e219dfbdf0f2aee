import type { Evaluation } from "../../model/api-model.ts";
import { SourceText, valueText } from "../shared/layout.ts";
import type { ValidatorContext } from "./context.ts";

/** What other keywords look at, as the runtime's `Evaluated`: an object literal with guards in it. */
export function evaluationText(
  evaluation: Evaluation,
  path: string,
  before: number,
  context: ValidatorContext,
): string {
  return valueText(evaluated(evaluation, path, context), before, ";".length, 0);
}

function evaluated(evaluation: Evaluation, path: string, context: ValidatorContext): object {
  const { all, properties, patterns, items, contains, when } = evaluation;
  return {
    ...(all && { all }),
    ...(properties && { properties }),
    ...(patterns && { patterns: patterns.map((source) => code(context.pattern(source, path))) }),
    ...(items !== undefined && { items }),
    ...(contains && { contains: contains.map((id) => code(context.guard(id))) }),
    ...(when && {
      when: when.map((choice) => ({
        ...(choice.if !== undefined && { if: code(context.guard(choice.if)) }),
        ...(choice.has !== undefined && { has: choice.has }),
        ...(choice.then && { then: evaluated(choice.then, path, context) }),
        ...(choice.else && { else: evaluated(choice.else, path, context) }),
      })),
    }),
  };
}

function code(text: string): SourceText {
  return new SourceText(text);
}
