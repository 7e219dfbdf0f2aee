/** Names of the parameters of a path template, in its order. OpenAPI 3.1, section 4.8.8.2. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
}
