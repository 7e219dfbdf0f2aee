/** One segment of a path template. OpenAPI 3.1, section 4.8.8.2 (Path Templating Matching). */
export type SegmentTemplate =
  | { readonly type: "static"; readonly text: string }
  | { readonly type: "parameter"; readonly name: string }
  | {
      /** Text and parameters in one segment: `{name}.json`, `{from}-{to}`. */
      readonly type: "mixed";
      readonly names: readonly string[];
      /** Text before, between and after the parameters: one more than there are parameters. */
      readonly texts: readonly string[];
    };

/**
 * Takes a path template apart. A brace without its partner is a character like others; a query, which some documents write
 * into a path, is left out: it is no part of what a server finds its way by.
 *
 * @throws {Error} if the template does not begin with `/`.
 */
export function parsePathTemplate(template: string): readonly SegmentTemplate[] {
  if (!template.startsWith("/")) {
    throw new Error(`The path template "${template}" must begin with "/".`);
  }
  const [path = ""] = template.slice(1).split("?");
  return path.split("/").map(parseSegment);
}

function parseSegment(segment: string): SegmentTemplate {
  const parts = segment.split(/\{([^{}]+)\}/);
  const texts = parts.filter((_, index) => index % 2 === 0);
  const names = parts.filter((_, index) => index % 2 === 1);
  const [name] = names;
  if (name === undefined) return { type: "static", text: segment };
  if (names.length === 1 && texts.every((text) => text === "")) return { type: "parameter", name };
  return { type: "mixed", names, texts };
}

/** The names of a template's parameters. */
export function templateNames(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
}

/**
 * The values of the parameters of a mixed segment, or `undefined` where the text does not fit.
 *
 * Each parameter takes as little as it can, and at least one character. One pass, without going back.
 */
export function matchMixed(raw: string, texts: readonly string[]): string[] | undefined {
  const [first = "", ...others] = texts;
  const last = others.pop() ?? "";
  const end = raw.length - last.length;
  if (!raw.startsWith(first) || !raw.endsWith(last) || first.length >= end) return undefined;
  const values: string[] = [];
  let start = first.length;
  for (const text of others) {
    const at = raw.indexOf(text, start + 1);
    if (at < 0 || at + text.length >= end) return undefined;
    values.push(raw.slice(start, at));
    start = at + text.length;
  }
  values.push(raw.slice(start, end));
  return values;
}
