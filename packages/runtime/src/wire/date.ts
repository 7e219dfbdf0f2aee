const dateTime =
  /^(\d{4}-(\d\d)-(\d\d))[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * The moment that a text of the format `date-time` stands for, to the millisecond; `undefined` where the text is none, or
 * is a leap second, which a `Date` cannot hold. RFC 3339, section 5.6.
 */
export function dateOf(text: string): Date | undefined {
  const [, day] = dateTime.exec(text) ?? [];
  // The platform takes the 30th of February for the 1st or the 2nd of March.
  if (day === undefined || !isDay(day)) return undefined;
  const date = new Date(text.toUpperCase().replace(" ", "T"));
  return isWritable(date) ? date : undefined;
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** Whether a `Date` has a text: it is valid, and its year has four digits. */
export function isWritable(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999;
}
