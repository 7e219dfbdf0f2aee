/**
 * Tells whether a configuration file says the same as long as its text is the same.
 *
 * One that imports other files, or looks at the environment, must be evaluated in every run. A false no costs some
 * milliseconds.
 */
export function isSelfContained(file: string, text: string): boolean {
  if (file.endsWith(".json")) return true;
  const specifiers = text.matchAll(/\b(?:from|import)\s*["']([^"']*)["']/g);
  if ([...specifiers].some(([, specifier]) => specifier !== "@specwright/generator")) return false;
  return !/\b(?:process|globalThis|require|Date|Math|import\s*[.(])/.test(text);
}
