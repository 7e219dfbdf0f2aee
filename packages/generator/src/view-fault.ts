/**
 * What keeps a value from being plain JSON, with its place; `undefined` when nothing does. A member that is `undefined`
 * counts as left out.
 *
 * @param path Name of the value in the answer.
 */
export function viewFault(
  value: unknown,
  path: string,
  around: readonly object[] = [],
): string | undefined {
  switch (typeof value) {
    case "string":
    case "boolean":
      return undefined;
    case "number":
      return Number.isFinite(value) ? undefined : notJson(path, String(value));
    case "object":
      return value === null ? undefined : objectFault(value, path, around);
    default:
      return notJson(path, typeof value);
  }
}

function objectFault(value: object, path: string, around: readonly object[]): string | undefined {
  if (around.includes(value)) return notJson(path, "an object that holds itself");
  const within = [...around, value];
  if (Array.isArray(value)) {
    return first(value.keys(), (index) => viewFault(value[index], `${path}[${index}]`, within));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  // A view may come from another realm, whose `Object.prototype` is not ours but is at the root as well.
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!isPlain) return notJson(path, "an object of a class");
  return first(Object.entries(value), ([key, member]) =>
    member === undefined ? undefined : viewFault(member, `${path}.${key}`, within),
  );
}

function first<Item>(
  items: Iterable<Item>,
  faultOf: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const fault = faultOf(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function notJson(path: string, what: string): string {
  return `its view must be plain JSON, but ${path} is ${what}`;
}
