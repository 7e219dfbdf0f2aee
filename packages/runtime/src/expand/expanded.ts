/**
 * An entry of what may be asked for: in this property stand ids that a call may have replaced by whole objects. What may be asked for
 * in these, the type arguments say, together.
 */
export interface Expandable<
  First = unknown,
  Second = unknown,
  Third = unknown,
  Fourth = unknown,
  Others = unknown,
> {
  readonly inside: First & Second & Third & Fourth & Others;
  readonly isId: true;
}

/** An entry of what may be asked for: this property holds others that have entries. */
export interface Holding<
  First = unknown,
  Second = unknown,
  Third = unknown,
  Fourth = unknown,
  Others = unknown,
> {
  readonly inside: First & Second & Third & Fourth & Others;
}

/**
 * What a call gives that asks for whole objects in the place of ids: an id where nobody asked, the object where somebody did.
 *
 * @typeParam Value What the API documents: ids and objects alike.
 * @typeParam Expands What may be asked for, by property.
 * @typeParam Path What was asked for: `"customer"`, `"data.customer"`. Where that is not known (`string`), all is as documented.
 */
export type Expanded<Value, Expands, Path extends string = never> = {
  [Key in keyof Value]: Key extends keyof Expands
    ? ExpandedField<Value[Key], Expands[Key], Key & string, Path>
    : Value[Key];
};

type ExpandedField<Value, Entry, Key extends string, Path extends string> = string extends Path
  ? Value
  : Entry extends { readonly isId: true; readonly inside: infer Inside }
    ? [Extract<Path, Key | `${Key}.${string}`>] extends [never]
      ? Id<Value>
      : Whole<Value, Inside, PathIn<Path, Key>>
    : Entry extends { readonly inside: infer Inside }
      ? Held<Value, Inside, PathIn<Path, Key>>
      : Value;

type Id<Value> = Value extends readonly (infer Item)[]
  ? Id<Item>[]
  : Value extends object
    ? never
    : Value;

type Whole<Value, Inside, Path extends string> = Value extends readonly (infer Item)[]
  ? Whole<Item, Inside, Path>[]
  : Value extends string
    ? never
    : Expanded<Value, Inside, Path>;

type Held<Value, Inside, Path extends string> = Value extends readonly (infer Item)[]
  ? Held<Item, Inside, Path>[]
  : Expanded<Value, Inside, Path>;

/** What paths ask for inside of a property: of `"data.customer"` in `"data"` it is `"customer"`. */
export type PathIn<Path extends string, Key extends string> = string extends Path
  ? string
  : Path extends `${Key}.${infer Rest}`
    ? Rest
    : never;

/** Paths that editors offer: two levels of them. How far others lead, {@link CheckedPath} tells. */
type OfferedPaths<Expands> = OfferedPath<Expands> | DeeperPath<Expands>;

type OfferedPath<Expands> = {
  [Key in keyof Expands & string]: Expands[Key] extends { readonly isId: true } ? Key : never;
}[keyof Expands & string];

type DeeperPath<Expands> = {
  [Key in keyof Expands & string]: `${Key}.${OfferedPath<InsideOf<Expands[Key]>>}`;
}[keyof Expands & string];

/** The parameters of a call that may ask for whole objects: `expand` takes the paths that there are, down to four levels. */
export type Expanding<Params, Expands, Paths extends readonly string[]> = Others<Params> & {
  /** Paths of ids to give as whole objects. The type of what the call gives follows them. */
  readonly expand?:
    | (Paths & { readonly [Index in keyof Paths]: CheckedPath<Paths[Index], Expands> })
    | readonly OfferedPaths<Expands>[];
};

/** What such a call sends. */
export type ExpandingInput<Input> = {
  readonly [Key in keyof Input]: Key extends "params" ? AnyPaths<Input[Key]> : Input[Key];
};

type AnyPaths<Params> = Params extends object
  ? Others<Params> & { readonly expand?: readonly string[] }
  : Params;

type Others<Params> = {
  [Key in keyof Params as Exclude<Key, "expand">]: Params[Key];
};

type Levels = readonly [0, 0, 0, 0];

/** A path where it leads to an id; else a type that says what does. */
type CheckedPath<
  Path extends string,
  Expands,
  Left extends readonly unknown[] = Levels,
  Before extends string = "",
> = string extends Path
  ? string
  : Left extends readonly [unknown, ...infer Rest]
    ? Path extends `${infer Head}.${infer Tail}`
      ? Head extends keyof Expands
        ? CheckedPath<Tail, InsideOf<Expands[Head]>, Rest, `${Before}${Head}.`>
        : NoSuchPath<`${Before}${keyof Expands & string}`>
      : Path extends keyof Expands
        ? Expands[Path] extends { readonly isId: true }
          ? `${Before}${Path}`
          : NoSuchPath<`${Before}${Path}.${keyof InsideOf<Expands[Path]> & string}`>
        : NoSuchPath<`${Before}${keyof Expands & string}`>
    : NoSuchPath<"at most four levels">;

/** What the compiler names where a path leads nowhere. */
interface NoSuchPath<Instead extends string> {
  readonly instead: Instead;
}

type InsideOf<Entry> = Entry extends { readonly inside: infer Inside } ? Inside : never;
