/** Formats as assertions. JSON Schema 2020-12 (Validation), section 7.3. All are linear in the length of the text. */

/**
 * Whether a value has a format. What is no text has every format, and so has every text one that is not known here:
 * those of internationalised names, and those that an API has made up.
 */
export function isFormat(value: unknown, format: string): boolean {
  if (typeof value !== "string") return true;
  return FORMATS.get(format)?.(value) ?? true;
}

type Check = (text: string) => boolean;

/** RFC 5234, and so every format: digits are those of ASCII. */
const matching =
  (pattern: RegExp): Check =>
  (text) =>
    pattern.test(text);

/** RFC 3339, appendix A. */
const isDuration = matching(
  /^P(?:\d+W|(?=[\dT])(?:\d+(?:Y(?:\d+M(?:\d+D)?)?|M(?:\d+D)?|D))?(?:T\d+(?:H(?:\d+M(?:\d+S)?)?|M(?:\d+S)?|S))?)$/,
);
/** RFC 9562. */
const isUuid = matching(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i);
/** RFC 6901; in the form of a relative pointer, with a number in front. */
const isPointer = matching(/^(?:\/(?:[^~]|~[01])*)?$/s);
const isRelativePointer = matching(/^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^~]|~[01])*)?)$/s);
/** RFC 2673, section 3.2. */
const isIpv4 = matching(/^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/);
/** RFC 6570, as far as braces and names go. */
const isUriTemplate = matching(
  /^(?:[^{}"<>\\^`|\s\p{Cc}]|\{[+#./;?&=,!@|]?[\w%.]+(?::[1-9]\d{0,3}|\*)?(?:,[\w%.]+(?::[1-9]\d{0,3}|\*)?)*\})*$/u,
);
const URI_SIGNS = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})*$/i;

/** RFC 3986, section 3. */
function isUri(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(text) && isUriReference(text);
}

/** RFC 3986, section 4.1. */
function isUriReference(text: string): boolean {
  if (!URI_SIGNS.test(text) || text.split("#").length > 2) return false;
  const [, scheme, authority, rest = ""] = /^([^:/?#]+:)?(?:\/\/([^/?#]*))?(.*)$/s.exec(text) ?? [];
  if (scheme !== undefined && !/^[a-z][a-z\d+.-]*:$/i.test(scheme)) return false;
  return !/[[\]]/.test(rest) && (authority === undefined || isAuthority(authority));
}

/** RFC 3986, section 3.2. */
function isAuthority(text: string): boolean {
  const [, user = "", host = "", port] =
    /^(?:([^@]*)@)?(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(text) ?? [];
  if (port === undefined && /:\D*$/.test(text.replace(/^[^@]*@|\[[^\]]*\]/g, ""))) return false;
  if (/[[\]]/.test(user)) return false;
  return host.startsWith("[")
    ? isIpv6(host.slice(1, -1)) || /^\[v[\da-f]+\.[\w\-.~!$&'()*+,;=:]+\]$/i.test(host)
    : !/[[\]@]/.test(host);
}

/** RFC 4291, section 2.2. */
function isIpv6(text: string): boolean {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = groups.at(-1) ?? "";
  const isMixed = last.includes(".") && !text.endsWith("::");
  const count = groups.length + (isMixed ? 1 : 0);
  const hexadecimal = isMixed ? groups.slice(0, -1) : groups;
  if (isMixed && !isIpv4(last)) return false;
  return (
    hexadecimal.every((group) => /^[\da-f]{1,4}$/i.test(group)) &&
    (halves.length === 2 ? count < 8 : count === 8)
  );
}

/** RFC 3339, section 5.6. */
function isDateValue(text: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const months = Number(month);
  if (year === "" || months < 1 || months > 12) return false;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][months - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days;
}

/** RFC 3339, sections 5.6 and 5.7: a leap second is the last of a day in UTC. */
function isTime(text: string): boolean {
  const parts = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i.exec(text);
  if (!parts) return false;
  const [, hour, minute, second, sign, offsetHour = 0, offsetMinute = 0] = parts;
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  const [east, south] = [Number(offsetHour), Number(offsetMinute)];
  if (hours > 23 || minutes > 59 || east > 23 || south > 59) return false;
  if (seconds <= 59) return true;
  const shift = (sign === "-" ? 1 : -1) * (east * 60 + south);
  const inUtc = (hours * 60 + minutes + shift + 2880) % 1440;
  return seconds === 60 && inUtc === 1439;
}

function isDateTime(text: string): boolean {
  const at = text.search(/t/i);
  return at > 0 && isDateValue(text.slice(0, at)) && isTime(text.slice(at + 1));
}

/** RFC 1123, section 2.1: at most 253 signs, labels of at most 63. What a label in Punycode stands for is not asked. */
function isHostname(text: string): boolean {
  return (
    text.length <= 253 &&
    text
      .split(".")
      .every((label) => /^(?!-)[a-z\d-]{1,63}$/i.test(label) && !/-$|^(?!xn)..--/i.test(label))
  );
}

/** RFC 5321, section 4.1.2. */
function isEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (at < 1 || local.length > 64) return false;
  const isLocal =
    /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local) ||
    /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"$/.test(local);
  const literal = /^\[(?:IPv6:)?([^\]]*)\]$/i.exec(domain)?.[1];
  return (
    isLocal && (literal === undefined ? isHostname(domain) : isIpv4(literal) || isIpv6(literal))
  );
}

function isRegex(text: string): boolean {
  try {
    return new RegExp(text, "u").unicode;
  } catch {
    return false;
  }
}

const FORMATS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["date", isDateValue],
  ["date-time", isDateTime],
  ["duration", isDuration],
  ["email", isEmail],
  ["hostname", isHostname],
  ["ipv4", isIpv4],
  ["ipv6", isIpv6],
  ["json-pointer", isPointer],
  ["regex", isRegex],
  ["relative-json-pointer", isRelativePointer],
  ["time", isTime],
  ["uri", isUri],
  ["uri-reference", isUriReference],
  ["uri-template", isUriTemplate],
  ["uuid", isUuid],
]);
