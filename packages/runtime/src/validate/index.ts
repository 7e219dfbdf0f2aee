/** What generated validators are made of. */

export { ValidationError } from "../errors/validation-error.ts";
export { isBinary, isFilePart } from "./bytes.ts";
export type {
  Issue,
  StandardProps,
  StandardResult,
  Unchecked,
  Validator,
  OperationValidators,
  ValidatorsByOperation,
} from "./contract.ts";
export { isEqual, isUnique } from "./equality.ts";
export {
  explainBigint,
  explainDateValue,
  explainIntegerText,
  explainDecimalText,
  isDateValue,
  isIntegerText,
  isDecimalText,
} from "./held.ts";
export {
  explainBinary,
  explainBoolean,
  explainFilePart,
  explainInteger,
  explainItems,
  explainKey,
  explainLiteral,
  explainNumber,
  explainPresent,
  explainSize,
  explainString,
  explainUnknownKey,
  explainUnknownKeys,
  explainValue,
} from "./explain.ts";
export { isFormat } from "./formats.ts";
export { Issues } from "./issues.ts";
export { maxLength, minLength } from "./length.ts";
export { linearPattern } from "./linear-pattern.ts";
export type { Pattern } from "./linear-pattern.ts";
export { isMultipleOf } from "./multiple-of.ts";
export { compareNumerals, isMultipleOfNumeral } from "./numerals.ts";
export { everyValue, hasOnlyKeys, isArray, isObject, isRecord, keysOf, own } from "./objects.ts";
export { escapePointer } from "./pointer.ts";
export {
  contains,
  dependsOn,
  everyKey,
  explainContains,
  explainDependency,
  explainKeys,
  hasProperty,
} from "./rules.ts";
export {
  type Evaluated,
  everyOtherItem,
  everyOtherProperty,
  explainOtherItems,
  explainOtherProperties,
} from "./unevaluated.ts";
export { isBoolean, isInteger, isNever, isNumber, isString, isUnknown } from "./scalars.ts";
export { type Explain, validator } from "./validator.ts";
