export function lowerFirst(name: string): string {
  const [first = ""] = name;
  return first.toLowerCase() + name.slice(first.length);
}

export function upperFirst(name: string): string {
  const [first = ""] = name;
  return first.toUpperCase() + name.slice(first.length);
}
