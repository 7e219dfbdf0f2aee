/**
 * Sets a property that is the object's own, whatever the key.
 *
 * To assign to `__proto__` would set the prototype instead; every other name becomes an own property anyway.
 */
export function put(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else {
    object[key] = value;
  }
}
