/** A number without its sign: its digits, no zeros at either end, and the power of ten that `0.digits` is times. */
interface Magnitude {
  readonly sign: -1 | 0 | 1;
  readonly digits: string;
  readonly power: number;
}

/**
 * Compares two numbers of JSON by all their digits: -1, 0 or 1 as `left` is less than, equal to or greater than `right`.
 *
 * The time it takes grows with the length of the texts, not with their exponents.
 */
export function compareNumerals(left: string, right: string): -1 | 0 | 1 {
  const [a, b] = [magnitude(left), magnitude(right)];
  if (a.sign !== b.sign) return a.sign < b.sign ? -1 : 1;
  if (a.power !== b.power) return a.power > b.power === a.sign > 0 ? 1 : -1;
  // Behind the point, digits compare like words.
  if (a.digits === b.digits) return 0;
  return a.digits > b.digits === a.sign > 0 ? 1 : -1;
}

/**
 * Whether a number of JSON is a whole multiple of another one. JSON Schema 2020-12 (Validation), section 6.2.1.
 *
 * @param divisor Greater than 0.
 */
export function isMultipleOfNumeral(value: string, divisor: string): boolean {
  const [a, b] = [magnitude(value), magnitude(divisor)];
  if (a.sign === 0) return true;
  const zeros = a.power - a.digits.length - (b.power - b.digits.length);
  // The last digit is none of zero, so that no power of ten divides it.
  if (zeros < 0) return false;
  const by = BigInt(b.digits);
  return (BigInt(a.digits) * powerOfTen(zeros, by)) % by === 0n;
}

/** 10 to the power of `exponent`, less multiples of `modulus`; a JSON text can name exponents that no memory holds. */
function powerOfTen(exponent: number, modulus: bigint): bigint {
  let [result, base] = [1n, 10n];
  for (let left = exponent; left >= 1; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return result;
}

function magnitude(text: string): Magnitude {
  const [mantissa = "", exponent = "0"] = text.replace(/^-/, "").toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const all = whole + fraction;
  const start = all.search(/[1-9]/);
  if (start < 0) return { sign: 0, digits: "", power: 0 };
  let end = all.length;
  while (all[end - 1] === "0") end -= 1;
  return {
    sign: text.startsWith("-") ? -1 : 1,
    digits: all.slice(start, end),
    power: Number(exponent) + whole.length - start,
  };
}
