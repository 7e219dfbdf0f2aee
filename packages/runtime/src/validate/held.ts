/** Values that JSON has another form for: what is a number or a text on the wire. */

/** Whether `value` is a bigint: a 64-bit integer that lost no digit. */
export function isBigint(value: unknown): value is bigint {
  return typeof value === "bigint";
}

const INTEGER = /^-?(?:0|[1-9]\d{0,19})$/;

/** Whether `value` is the text of an integer of up to 20 digits, as JSON writes it. */
export function isIntegerText(value: unknown): value is string {
  return typeof value === "string" && INTEGER.test(value);
}

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,4})?$/;

/** Whether `value` is the text of a number, as JSON writes it. RFC 8259, section 6. */
export function isDecimalText(value: unknown): value is string {
  return typeof value === "string" && DECIMAL.test(value);
}

/** Whether `value` is a moment: a `Date` that is one. */
export function isDate(value: unknown): value is Date {
  return value instanceof Date && !Number.isNaN(value.getTime());
}
