/** RFC 8259, section 6 (Numbers). */
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Longer integers are none that an API means, and the time to read one grows faster than its length. */
const mostDigits = 1000;

/** Whether a text is a number as JSON writes it. */
export function isNumeral(text: string): boolean {
  return number.test(text);
}

/**
 * The integer that a JSON number stands for, however it is written: `10`, `10.0` and `1e1` are one. `undefined` where it
 * has a fraction, is no number, or has more than 1,000 digits.
 */
export function integerOf(text: string): bigint | undefined {
  if (text.length > mostDigits || !isNumeral(text)) return undefined;
  const [mantissa = "", power = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = (whole + fraction).replace("-", "");
  const zeros = Number(power) - fraction.length;
  // Nothing but zeros is zero, whatever it is times.
  if (/^0+$/.test(digits)) return 0n;
  if (zeros > mostDigits || !/^0*$/.test(zeros < 0 ? digits.slice(zeros) : "")) return undefined;
  const held = zeros < 0 ? digits.slice(0, zeros) : digits + "0".repeat(zeros);
  return BigInt((whole.startsWith("-") ? "-" : "") + held);
}
