import type { Operation, Schema } from "@specwright/generator/reading";
import type { JsonObject } from "../json.ts";

/** What the sandbox has understood of an API: plain data, made once at start. */
export interface ApiPlan {
  readonly operations: readonly OperationPlan[];
  readonly collections: ReadonlyMap<string, Collection>;
  readonly events: readonly EventPlan[];
  readonly clocks?: ClockPlan;
}

/** Clocks that tests set, and what lives by them. */
export interface ClockPlan {
  readonly collection: string;
  /** Property of a clock that holds its time. */
  readonly time: string;
  /** Plain names of properties that name a clock. */
  readonly words: readonly string[];
  /** That property in each collection that has one. */
  readonly holders: ReadonlyMap<string, string>;
  /** Collections by their noun: `customer`. */
  readonly byNoun: ReadonlyMap<string, readonly string[]>;
}

/** Objects of one kind, whatever paths lead to them. */
export interface Collection {
  /** The path that they are listed or created at, with `{}` for each parameter: `"/v1/coupons"`. */
  readonly id: string;
  /** One object as it is answered; absent where no answer shows one. */
  readonly schema?: Schema;
  /** Name of the schema. */
  readonly name?: string;
  /** Property that holds the id. */
  readonly idProperty: string;
  /** How ids are made. */
  readonly ids: IdForm;
  /** An object as the document shows it. */
  readonly example?: JsonObject;
  /** What a new object begins with, where the caller does not say: its state. */
  readonly beginning?: JsonObject;
  /** False for what the API itself makes: its examples are there from the start. */
  readonly isCreatable: boolean;
  /** Whether there are ids, so that an unknown one is an error. */
  readonly hasItems: boolean;
}

/** `text`: a prefix and letters; `pattern`: what a pattern lets pass. */
export type IdForm =
  | { readonly kind: "pattern"; readonly pattern: string; readonly length: number }
  | { readonly kind: "text"; readonly prefix: string; readonly length: number }
  | { readonly kind: "number" }
  | { readonly kind: "uuid" };

/** Another object on the way to the one that an operation is about. */
export interface ParentStep {
  /** Key of the path parameter. */
  readonly key: string;
  /** Its collection, where the API has one. */
  readonly collection?: string;
  /** Properties of a child that hold the parent's id. */
  readonly properties: readonly string[];
}

/** What an operation does. */
export type Deed =
  | { readonly kind: "create" }
  | { readonly kind: "retrieve" }
  /** `upserts`: creates what is not there, under the id of the path. */
  | { readonly kind: "update"; readonly replaces: boolean; readonly upserts: boolean }
  | { readonly kind: "delete" }
  | { readonly kind: "list"; readonly list: ListPlan }
  /** Changes one object, by the name of the operation. */
  | {
      readonly kind: "act";
      readonly verb: string;
      readonly moves: readonly Move[];
      readonly removes: boolean;
    }
  /** Finds one object by its properties; `removes`: and deletes it. */
  | { readonly kind: "find"; readonly removes: boolean; readonly mustExist: boolean }
  /** One object without an id. */
  | { readonly kind: "read-single" }
  | { readonly kind: "write-single" }
  | { readonly kind: "delete-single" }
  /** Makes an answer and keeps nothing. */
  | { readonly kind: "make" };

/** Names that lead from an object to a value in it. */
export type KeyPath = readonly [string, ...string[]];

/** A property, by its path, that an action sets. `time`: to the present. */
export interface Move {
  readonly path: KeyPath;
  readonly value: string | boolean | { readonly time: true };
}

export interface ListPlan {
  /** Path to the items in the answer; empty where the answer is the array itself. */
  readonly items: readonly string[];
  readonly item: Schema;
  /** Query parameters, by their keys. */
  readonly limit?: string;
  readonly after?: string;
  readonly before?: string;
  readonly page?: string;
  readonly offset?: string;
  readonly token?: string;
  /** Number of the first page, and place of the first item. */
  readonly first: { readonly page: number; readonly offset: number };
  /** Where the address of the next page goes: into the answer, or into the header `Link` (RFC 8288). */
  readonly address?: KeyPath | "link";
  /** Text of a search language. */
  readonly query?: string;
  /** Number of items where the call names none. */
  readonly size: number;
  /** Path to a flag that says whether more follows. */
  readonly more?: KeyPath;
  /** Path to the token of the next page. */
  readonly next?: KeyPath;
  /** The property of an item that a cursor names. */
  readonly cursor: string;
  /** Parameters that are compared with properties of an item. */
  readonly filters: readonly string[];
}

export interface OperationPlan {
  readonly operation: Operation;
  readonly deed: Deed;
  readonly collection: string;
  readonly parents: readonly ParentStep[];
  /** Property of the last parent that holds what the operation is about, where nothing else makes it. */
  readonly embedded?: string;
  /** Key of the path parameter that names the object. */
  readonly idKey?: string;
  /** Schema of the answer; absent where it has no body. */
  readonly answer?: Schema;
  /** Property that wraps the object in the answer. */
  readonly wrapper?: string;
  /** Property that wraps the object in the request. */
  readonly requestWrapper?: string;
  /** An answer that the document shows. */
  readonly example?: unknown;
  /** Names that the request takes. */
  readonly takes: ReadonlyMap<string, TakenValue>;
}

export interface TakenValue {
  readonly schema: Schema;
  /** Its default, where the document tells one. */
  readonly value?: unknown;
}

/** A webhook that tells of a change. */
export interface EventPlan {
  readonly name: string;
  readonly schema?: Schema;
  readonly method: string;
  /** What of an object it tells. */
  readonly collection: string;
  /** `"created"`, `"updated"`, `"deleted"`, or the last word of its name. */
  readonly verb: string;
}
