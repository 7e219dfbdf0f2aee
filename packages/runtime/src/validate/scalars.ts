/** Whether `value` is a string. */
export function isString(value: unknown): value is string {
  return typeof value === "string";
}

/** Whether `value` is a number that JSON can carry: not `NaN` and not infinite. */
export function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** Whether `value` is a number without a fraction; `1.0` is one. JSON Schema Validation 2020-12, section 6.1.1. */
export function isInteger(value: unknown): value is number {
  return Number.isInteger(value);
}

/** Whether `value` is `true` or `false`. */
export function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

/** Always yes: for places of which the spec says nothing. */
export function isUnknown(_value: unknown): _value is unknown {
  return true;
}

/** Always no: for places where nothing may stand. */
export function isNever(_value: unknown): _value is never {
  return false;
}
