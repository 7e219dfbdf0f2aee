/** What the templates of this repository are made of, and nothing else. */

const NAME = String.raw`[A-Za-z]\w*`;
// A path goes down into the view: never up, and to no data of Handlebars but where a loop stands.
const PATH = String.raw`(?:this|@first|@last|@index|${NAME}(?:\.${NAME})*)`;
const PARTIAL = String.raw`[a-z-]+\/[a-z-]+`;

const TAGS: readonly RegExp[] = [
  new RegExp(String.raw`^\{\{${PATH}\}\}$`),
  new RegExp(String.raw`^\{\{#(?:each|if|unless) ${PATH}\}\}$`),
  /^\{\{else\}\}$/,
  /^\{\{\/(?:each|if|unless)\}\}$/,
  new RegExp(String.raw`^\{\{> ${PARTIAL}(?: ${PATH})?(?: ${NAME}=${PATH})*\}\}$`),
];

/** The first line of a template: the type of its view and the file that declares it. */
const HEADING =
  /^\{\{!-- View: (?:an? )?(\w+)[^,]*, (targets\/[a-z-]+\/[a-z-]+-view\.ts)\b.* --\}\}$/;

export interface Heading {
  readonly view: string;
  /** Below `packages/generator/src`. */
  readonly file: string;
}

export function headingOf(text: string): Heading | undefined {
  const [, view, file] = HEADING.exec(text.split("\n", 1)[0] ?? "") ?? [];
  return view === undefined || file === undefined ? undefined : { view, file };
}

/** What stands in a template beyond text, loops, conditions and partials. Its heading is left out of it. */
export function forbiddenParts(text: string): string[] {
  const body = text.slice(text.indexOf("\n") + 1);
  const tags = [...body.matchAll(/\\*\{\{+[^}]*\}+/g)].map(([tag]) => tag);
  const rest = body.replace(/\\*\{\{+[^}]*\}+/g, "");
  return [
    ...tags.filter((tag) => !TAGS.some((form) => form.test(tag))),
    ...(/\{\{|\}\}/.exec(rest) ?? []),
  ];
}

/** A template that leaves a mark in its output wherever it goes one way or the other. */
export interface MarkedTemplate {
  readonly text: string;
  /** Each mark, with what it stands for: `"client/method: if docs, else"`. */
  readonly marks: ReadonlyMap<string, string>;
}

/** Puts a mark at the start of a template, into each of its loops, and on both sides of each condition. */
export function markTemplate(name: string, text: string): MarkedTemplate {
  const marks = new Map<string, string>();
  const mark = (what: string): string => {
    const sign = `\u0001${name}#${marks.size}\u0002`;
    marks.set(sign, `${name}: ${what}`);
    return sign;
  };
  const open: { readonly tag: string; hasElse: boolean }[] = [];
  const marked = text.replace(/\{\{(?:#(.*?)|else|\/.*?)\}\}/g, (whole, tag?: string) => {
    if (tag !== undefined) {
      open.push({ tag, hasElse: false });
      return whole + mark(tag);
    }
    const block = open.at(-1);
    if (!block) throw new Error(`${name} closes what it has not opened`);
    if (whole === "{{else}}") {
      block.hasElse = true;
      return whole + mark(`${block.tag}, else`);
    }
    open.pop();
    // An empty list needs no proof of its own: nothing is printed for it.
    const needsElse = !block.hasElse && !block.tag.startsWith("each");
    return needsElse ? `{{else}}${mark(`${block.tag}, else`)}${whole}` : whole;
  });
  return { text: marked + mark("the whole"), marks };
}

/** A view that throws when a field is read which it does not have. */
export function guardView<Value>(view: Value, path = "view"): Value {
  if (typeof view !== "object" || view === null) return view;
  return new Proxy(view, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof key === "symbol" || Array.isArray(target)) return guardItem(value, path, key);
      if (!Object.hasOwn(target, key)) throw new Error(`${path} has no field "${key}"`);
      return guardView(value, `${path}.${key}`);
    },
  });
}

// What an array has beside its items, such as `length`, is its own affair.
function guardItem(value: unknown, path: string, key: string | symbol): unknown {
  return typeof value === "function" ? value : guardView(value, `${path}[${String(key)}]`);
}
