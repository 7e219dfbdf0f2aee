import type { ApiModel, ErrorTypes } from "../../model/api-model.ts";
import { docView, type DocView } from "../shared/doc-view.ts";
import { stringLiteral } from "../shared/literals.ts";
import { typeText, type TypeContext } from "../shared/type-text.ts";

/** What `client/errors` prints. */
export type ErrorsView = {
  readonly classes: readonly ErrorClassView[];
};

export type ErrorClassView = {
  readonly name: string;
  readonly docs: DocView | null;
  /** `ErrorClass<ErrorEnvelope, "/error/type", "card_error">` */
  readonly type: string;
  /** The call that makes the class, with the space or the line break in front of it. */
  readonly value: string;
};

/** A class for each type of error that the spec lists; `undefined` where it lists none. */
export function errorsView(model: ApiModel, context: TypeContext): ErrorsView | undefined {
  const { errorTypes } = model;
  if (!errorTypes) return undefined;
  return { classes: errorTypes.types.map((one) => classView(one, errorTypes.pointer, context)) };
}

function classView(
  { word, bodies }: ErrorTypes["types"][number],
  pointer: string,
  context: TypeContext,
): ErrorClassView {
  const { names, imports } = context;
  const name = names.errorClass(word);
  const place = [stringLiteral(pointer), stringLiteral(word)].join(", ");
  const body = [...new Set(bodies.map((each) => typeText(each, context)))].join(" | ");
  const generic = imports.runtimeType("ErrorClass");
  const args = [body, stringLiteral(pointer), stringLiteral(word)];
  const value = `/* @__PURE__ */ ${imports.runtimeValue("errorClass")}(${place});`;
  const line = `${generic}<${args.join(", ")}>`;
  const lead = `export const ${name}: `;
  const isBroken = lead.length + line.length + " =".length > 100;
  const isBelow = lead.length + line.length + " = ".length + value.length > 100;
  return {
    name,
    docs: docView([
      `The API answered with an error whose \`${pointer.slice(1).replaceAll("/", ".")}\` is \`${word}\`.`,
    ]),
    type: isBroken ? `${generic}<\n${args.map((one) => `  ${one}`).join(",\n")}\n>` : line,
    value: `${isBelow && !isBroken ? "\n  " : " "}${value}`,
  };
}
