/**
 * Whether `value` is a whole multiple of `divisor`, both read as the decimals they were written as, so that 0.07 is a
 * multiple of 0.01. JSON Schema Validation 2020-12, section 6.2.1.
 *
 * @param divisor Greater than 0.
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  if (!Number.isFinite(value)) return false;
  const [digits, exponent] = decimal(value);
  const [divisorDigits, divisorExponent] = decimal(divisor);
  const least = Math.min(exponent, divisorExponent);
  return scaled(digits, exponent - least) % scaled(divisorDigits, divisorExponent - least) === 0n;
}

/** The shortest decimal that reads back as `value`: its digits, and the power of ten they are times. */
function decimal(value: number): [digits: string, exponent: number] {
  const [mantissa = "", exponent = ""] = value.toExponential().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return [whole + fraction, Number(exponent) - fraction.length];
}

function scaled(digits: string, zeros: number): bigint {
  return BigInt(digits + "0".repeat(zeros));
}
