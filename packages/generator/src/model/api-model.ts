import type { ExactNumber } from "../exact-number.ts";
import type { Place } from "../diagnostics/diagnostic.ts";

/**
 * One API as plain data, free of `$ref`, YAML and TypeScript.
 *
 * Links inside the model are ids, never object references: the model stays a JSON tree that can be printed, hashed,
 * compared and read. What it guarantees, so that nothing later has to ask again: no `$ref`; no composite schema without
 * a name; every default applied; every order fixed; every implicit discriminator entry written out; ids unique; every
 * id in a link exists.
 *
 * `at` serves messages only. No view may hold it, or moving a line of the spec would change the files below it.
 */
export interface ApiModel {
  /** Word that names the client: `"Payments"` gives `PaymentsClient`. */
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly docs: Docs;
  readonly servers: readonly Server[];
  /** Sorted by id. */
  readonly securitySchemes: readonly SecurityScheme[];
  /** Header parameters that are options of client and call. Sorted by name. */
  readonly options: readonly HeaderOption[];
  /** How the API spells its errors; absent where the spec does not tell. */
  readonly errors?: ErrorEnvelope;
  /** What tells the errors of the API apart; absent where their bodies have no such word. */
  readonly errorTypes?: ErrorTypes;
  /** Sorted by id. Parents of sub-resources are here even when they have no operations. */
  readonly resources: readonly Resource[];
  /** In document order. */
  readonly webhooks: readonly Webhook[];
  /**
   * What the API calls back on account of operations, as resources of their own: `orders.callbacks`. Sorted by id. The `path`
   * of such an operation is the runtime expression that gives the URL. OpenAPI 3.1, section 4.8.18 (Callback Object).
   */
  readonly callbacks: readonly Resource[];
  /** How webhooks are signed. */
  readonly webhookSignature: WebhookSignature;
  /** Every named schema, hoisted ones included. Sorted by id. */
  readonly schemas: readonly NamedSchema[];
}

export type ResourceId = string;
/** What a schema is printed under: a resource, an entity that is none (`"paymentIntents"`), or `"shared"`. */
export type Owner = ResourceId;
export type OperationId = string;
export type SchemaId = string;

/** A noun of the API and the operations on it. */
export interface Resource {
  /** `"coupons"`, or dotted for a sub-resource: `"customers.balanceTransactions"`. */
  readonly id: ResourceId;
  readonly docs: Docs;
  /** In document order, the order a reader of the reference sees. */
  readonly operations: readonly Operation[];
}

/** A request that the API sends to whoever asked to be told. OpenAPI 3.1, section 4.8.1 (`webhooks`). */
export interface Webhook {
  /** Its key in the document: `"invoice.paid"`. Several methods of one key are several webhooks. */
  readonly name: string;
  readonly method: HttpMethod;
  readonly docs: Docs;
  /** Absent when it comes without a body. */
  readonly contentType?: string;
  readonly schema?: Schema;
  readonly at: Place;
}

/** `standard`: as Standard Webhooks has it. `timestamped`: in one header, as `t=…,v1=…`. */
export type WebhookSignature =
  { readonly kind: "standard" } | { readonly kind: "timestamped"; readonly header: string };

/** One method on one path. OpenAPI 3.1, section 4.8.10 (Operation Object). */
export interface Operation {
  /** `"customers.balanceTransactions.create"`; unique in the model. */
  readonly id: OperationId;
  /** Name inside the resource: `"create"`. */
  readonly name: string;
  /** One of what it is about, in the names of types: `"CustomerBalanceTransaction"`. */
  readonly noun: string;
  readonly method: HttpMethod;
  /** `"/v1/coupons/{coupon}"`. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly docs: Docs;
  /** Path parameters first, in path order; then the rest in document order. Those that are options are left out. */
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  /** Query, header, cookie and body values in one schema; absent where the operation takes none of them. */
  readonly params?: Params;
  /** Ascending by status, ranges after exact statuses, `"default"` last. */
  readonly responses: readonly Response[];
  /** Status of the answer that a call gives: the first success with a body, else the first success. */
  readonly success?: string;
  /** Any one of these alternatives authorises the call; empty means public. */
  readonly security: readonly SecurityRequirement[];
  /** Header options that the operation cannot do without, with the value they have unless one is set. Sorted by name. */
  readonly headers: readonly RequiredHeader[];
  /** The header that makes repeating safe, where the operation takes one. */
  readonly idempotencyHeader?: string;
  readonly pagination?: Pagination;
  /** Base URL, where it is not that of the API. */
  readonly server?: string;
  readonly at: Place;
}

export interface RequiredHeader {
  /** In small letters. */
  readonly name: string;
  readonly value: string;
}

export interface Params {
  readonly schema: SchemaId;
  /** True when the call is complete without them. */
  readonly optional: boolean;
}

/** A named value outside the body. Serialisation defaults are already applied. OpenAPI 3.1, section 4.8.12. */
export interface Parameter {
  /** Spelled as on the wire. */
  readonly name: string;
  /** Key of the value in the input: the wire name, unless that is taken by another parameter. */
  readonly key: string;
  /** `querystring`: it is the whole query. OpenAPI 3.2, section 4.12.1. */
  readonly in: "path" | "query" | "querystring" | "header" | "cookie";
  readonly required: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Media type that the value is written in, whole, where the parameter has one. OpenAPI 3.1, section 4.8.12.3. */
  readonly contentType?: string;
  /** How a whole query is written; absent of anything else. */
  readonly kind?: "json" | "form" | "text";
  /** How the properties of a query that is a form are written, where it is not the default. Sorted by property. */
  readonly encoding?: readonly Encoding[];
  readonly schema: Schema;
  readonly docs: Docs;
  readonly at: Place;
}

export type ParameterStyle =
  "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";

export interface RequestBody {
  readonly required: boolean;
  /** In order of preference; never empty. */
  readonly content: readonly RequestMedia[];
}

/**
 * How a body is written and read. `json`: a value; ranges that take JSON count as it. `text`: a string. `form`:
 * urlencoded. `multipart`: parts. `events`, `lines`, `sequence`: one item after the other, as `text/event-stream`, JSON
 * lines or JSON text sequences. `binary`: bytes.
 */
export type MediaKind =
  "json" | "text" | "form" | "multipart" | "events" | "lines" | "sequence" | "binary";

/** One media type of a body. OpenAPI 3.2, section 4.14 (Media Type Object). */
export interface MediaType {
  readonly contentType: string;
  readonly kind: MediaKind;
  /** Absent where the body is not described, or is what its kind says: text or bytes. */
  readonly schema?: Schema;
  /** Of one item, where the body is a sequence of items. */
  readonly itemSchema?: Schema;
  /** What an item of an event stream is; see `ResponseMedia` of the runtime. */
  readonly items?: "event" | "json-event" | "data" | "text";
  /** Data of an event that ends the stream. */
  readonly end?: string;
}

export interface RequestMedia extends MediaType {
  readonly schema: Schema;
  /** How properties of a form are written, where it is not the default. Sorted by property. */
  readonly encoding: readonly Encoding[];
  /** `params`: its properties are in `params`. `body`: it is the property `body` of `params`. */
  readonly from: "params" | "body";
  /** What `params` are in a call with this media type, where there are several. */
  readonly params?: SchemaId;
}

/** OpenAPI 3.1, section 4.8.15 (Encoding Object). */
export interface Encoding {
  readonly property: string;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: true;
  readonly contentType?: string;
  /** Fields of the part's header that have one value only. Sorted by name. */
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
}

export interface Response {
  /** `"200"`, `"4XX"` or `"default"`. */
  readonly status: string;
  readonly docs: Docs;
  /** In order of preference; empty when the response has no body. */
  readonly content: readonly MediaType[];
  /** Sorted by name. `Content-Type` is left out: `content` says it. Absent where none are described. */
  readonly headers?: readonly ResponseHeader[];
}

/** A header that comes with a response, in the style `simple`. OpenAPI 3.1, section 4.8.21 (Header Object). */
export interface ResponseHeader {
  /** As the document spells it; case has no meaning on the wire. */
  readonly name: string;
  /** Whether every such response has it. */
  readonly required: boolean;
  readonly explode: boolean;
  /** Media type that the value is written in, whole, where the header has one. */
  readonly contentType?: string;
  /** A string where the document does not say. */
  readonly schema: Schema;
  readonly docs: Docs;
}

export interface NamedSchema {
  readonly id: SchemaId;
  readonly owner: Owner;
  /** False for a composite that only validators need a name for: its type is printed where it is used. */
  readonly declared: boolean;
  readonly schema: Schema;
}

export type Schema =
  | StringSchema
  | NumberSchema
  | BooleanSchema
  | LiteralSchema
  | ArraySchema
  | ObjectSchema
  | UnionSchema
  | IntersectionSchema
  | ReferenceSchema
  | UnknownSchema
  | NeverSchema
  | BinarySchema;

interface SchemaBase {
  readonly docs: Docs;
  readonly nullable: boolean;
  /** What the value must keep besides, `null` too; types do not show it. Only named schemas have any. */
  readonly rules?: readonly Rule[];
}

/**
 * Mark of a schema that has keywords of one kind of value and names no `type`: values of other kinds pass, as JSON
 * Schema has it. Its type is that of the kind all the same, which is what its author speaks of.
 */
interface Lenient {
  readonly lenient?: true;
}

export interface StringSchema extends SchemaBase, Lenient {
  readonly kind: "string";
  readonly format?: string;
  /** Length limits count Unicode code points, as JSON Schema does. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** ECMA-262 source, without slashes. */
  readonly pattern?: string;
  /** In which form programs hold it. A moment has no length and no pattern: nobody looks at these then. */
  readonly held?: "date";
  /** What the string holds, where it is not text in some encoding. JSON Schema 2020-12 (Validation), section 8.4. */
  readonly contentMediaType?: string;
}

export interface NumberSchema extends SchemaBase, Lenient {
  readonly kind: "number" | "integer";
  readonly format?: string;
  readonly minimum?: Bound;
  readonly maximum?: Bound;
  readonly multipleOf?: Numeral;
  readonly held?: HeldNumber;
}

/**
 * In which form programs hold a value that JSON has another form for: an integer of any size as a bigint or as text, a
 * decimal as text, a moment as a `Date`.
 */
export type Held = HeldNumber | "date";
export type HeldNumber = "bigint" | "integer-text" | "decimal-text";

/** A number of the spec, with all its digits. */
export type Numeral = number | ExactNumber;

export interface Bound {
  readonly value: Numeral;
  readonly exclusive: boolean;
}

export interface BooleanSchema extends SchemaBase {
  readonly kind: "boolean";
}

/** `enum` and `const`. With no values and `nullable` it is the type `null`. */
export interface LiteralSchema extends SchemaBase {
  readonly kind: "literal";
  readonly values: readonly Literal[];
  /** Objects and arrays that are allowed too. */
  readonly composites?: readonly JsonComposite[];
  /** True when the documentation says that values may be added. */
  readonly open: boolean;
  /** A name for each of the values, in their order, where the user wants an object of them. */
  readonly names?: readonly string[];
  /** In which form programs hold the values, which are numbers. */
  readonly held?: HeldNumber;
  /** Whether a value may come that is not known yet. The type says so; a validator still tells it. */
  readonly growing?: true;
}

export type Literal = string | Numeral | boolean;
/** An object or an array of a spec's own JSON. */
export type JsonComposite = Readonly<Record<string, unknown>> | readonly unknown[];

export interface ArraySchema extends SchemaBase, Lenient {
  readonly kind: "array";
  /** Schemas of the first items, one each. */
  readonly prefixItems?: readonly Schema[];
  /** Of every item after these. */
  readonly items: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems: boolean;
}

export interface ObjectSchema extends SchemaBase, Lenient {
  readonly kind: "object";
  readonly properties: readonly Property[];
  /** `false` closes the object; a schema types the other keys; `true` leaves them open. */
  readonly additionalProperties: Schema | boolean;
  /** Schemas by pattern of the name; they hold for described properties too. */
  readonly patternProperties?: readonly PatternProperty[];
  readonly propertyNames?: StringSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

export interface PatternProperty {
  /** ECMA-262 source, without slashes. */
  readonly pattern: string;
  readonly schema: Schema;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly access: "read-write" | "read-only" | "write-only";
  /** Whether it does not travel in this direction, so that the type is silent about it. */
  readonly absent?: true;
  readonly docs: Docs;
  readonly schema: Schema;
  /**
   * Whether the value is an id that a caller may ask to have replaced by the whole object (`x-expandable`); of a list,
   * whether its items are.
   */
  readonly expandable?: true;
}

/** `oneOf` and `anyOf`. */
export interface UnionSchema extends SchemaBase {
  readonly kind: "union";
  /** True for a `oneOf` whose variants may overlap: exactly one must match. */
  readonly exclusive: boolean;
  readonly variants: readonly Schema[];
  readonly discriminator?: Discriminator;
  /**
   * The schema that decides what is valid, where the variants are those that are built on it: they tell what a value
   * may be, and a discriminator changes no verdict.
   */
  readonly verdict?: SchemaId;
}

export interface Discriminator {
  readonly property: string;
  /**
   * Whether the variants themselves do not say which value is theirs. Then types say it, and verdicts do not hang on it:
   * a discriminator changes no verdict. OpenAPI 3.1, section 4.8.25.
   */
  readonly hint?: true;
  /** Whether the property may be missing; what the value is, is then told by the rest of it, if by anything. */
  readonly optional?: true;
  /** The schema of what has no value of the mapping. OpenAPI 3.2, section 4.25 (`defaultMapping`). */
  readonly fallback?: SchemaId;
  /** Wire value to schema; complete, implicit entries are written out, but for the fallback's own. In the order of the variants. */
  readonly mapping: readonly { readonly value: string; readonly schema: SchemaId }[];
}

/** `allOf` that could not be merged into one object. */
export interface IntersectionSchema extends SchemaBase {
  readonly kind: "intersection";
  readonly parts: readonly Schema[];
}

export interface ReferenceSchema extends SchemaBase {
  readonly kind: "reference";
  readonly schema: SchemaId;
}

/** Anything: the empty schema and `true`. */
export interface UnknownSchema extends SchemaBase {
  readonly kind: "unknown";
  /** What kind of content it is, where it is no JSON. OpenAPI 3.1, section 4.8.14.2. */
  readonly contentMediaType?: string;
}

/** Bytes that travel outside JSON: a body, or a part of one. OpenAPI 3.1, section 4.8.14.2. */
export interface BinarySchema extends SchemaBase {
  readonly kind: "binary";
  /** True for a part of a multipart body, which may have a name and a type of its own. */
  readonly part: boolean;
}

/** Nothing: `false`. */
export interface NeverSchema extends SchemaBase {
  readonly kind: "never";
}

/** Kinds of value that JSON Schema tells apart, `null` aside. JSON Schema 2020-12 (Validation), section 6.1.1. */
export type ValueType = "string" | "number" | "integer" | "boolean" | "array" | "object";

/** A condition that JSON Schema puts on a value beside its type. Rules for objects or arrays let other values pass. */
export type Rule =
  /** `type` beside keywords that do not imply it. */
  | { readonly kind: "type"; readonly type: ValueType }
  /** Must match too. */
  | { readonly kind: "also"; readonly schema: SchemaId }
  | { readonly kind: "not"; readonly schema: SchemaId }
  | {
      readonly kind: "conditional";
      readonly if: SchemaId;
      readonly then?: SchemaId;
      readonly else?: SchemaId;
    }
  | {
      readonly kind: "contains";
      readonly schema: SchemaId;
      readonly minimum: number;
      readonly maximum?: number;
    }
  | { readonly kind: "propertyNames"; readonly schema: SchemaId }
  /** Of texts, where the user wants formats to be checked. */
  | { readonly kind: "format"; readonly format: string }
  | {
      readonly kind: "dependentRequired";
      readonly property: string;
      readonly required: readonly string[];
    }
  | { readonly kind: "dependentSchema"; readonly property: string; readonly schema: SchemaId }
  /** Of what no other keyword has looked at, each must match. */
  | {
      readonly kind: "unevaluatedProperties" | "unevaluatedItems";
      readonly schema: SchemaId;
      readonly evaluated: Evaluation;
    };

/**
 * What a schema looks at: properties by name and pattern, items by position and content. JSON Schema 2020-12 (Core),
 * section 11.
 */
export interface Evaluation {
  /** All properties, or all items. */
  readonly all?: true;
  readonly properties?: readonly string[];
  readonly patterns?: readonly string[];
  /** How many of the first items. */
  readonly items?: number;
  /** Items that match one of these. */
  readonly contains?: readonly SchemaId[];
  /** What is looked at besides, where the value matches `if`, or has the property `has`, or does not. */
  readonly when?: readonly {
    readonly if?: SchemaId;
    readonly has?: string;
    readonly then?: Evaluation;
    readonly else?: Evaluation;
  }[];
}

/** Prose carried from the spec to the hover text. */
export interface Docs {
  readonly summary?: string;
  /** CommonMark. */
  readonly description?: string;
  readonly deprecated?: boolean;
  /** Default value, as JSON text. */
  readonly default?: string;
  /** Page of the public reference this was written from. */
  readonly source?: string;
}

/** How a list goes on. */
export type Pagination = PagedItems & PageStyle;

/** Where the items of a page are. */
export interface PagedItems {
  /** RFC 6901 pointer, in the answer, to the array of items. */
  readonly items: string;
  readonly item: Schema;
  /** RFC 6901 pointer, in the answer, to what tells of a next page: `true`, or text that is not empty. */
  readonly more?: string;
}

/** What leads to the next page. Each `parameter` is a key in `params`; pointers lead into the answer. */
export type PageStyle =
  /** What a cursor is read from: the last item, or the answer. `backward` takes the cursor of the page before. */
  | {
      readonly style: "cursor";
      readonly parameter: string;
      readonly cursor: { readonly in: "last-item" | "response"; readonly at: string };
      readonly backward?: string;
    }
  /** `first` is what the first page has, `total` the number of all items. */
  | {
      readonly style: "offset";
      readonly parameter: string;
      readonly first: number;
      readonly total?: string;
    }
  /** `pages` is the number of all pages. */
  | {
      readonly style: "page";
      readonly parameter: string;
      readonly first: number;
      readonly pages?: string;
    }
  /** By the header `Link`. RFC 8288. */
  | { readonly style: "link" }
  | { readonly style: "url"; readonly url: string };

export interface Server {
  /** Variables have their defaults. */
  readonly url: string;
  /** As the document spells it, `https://{region}.example.com`. */
  readonly template: string;
  /** In document order. */
  readonly variables: readonly ServerVariable[];
  readonly docs: Docs;
}

/** OpenAPI 3.1, section 4.8.6 (Server Variable Object). */
export interface ServerVariable {
  readonly name: string;
  readonly default?: string;
  /** The only values that it may have. Absent: any. */
  readonly values?: readonly string[];
  readonly docs: Docs;
}

/** OpenAPI 3.1, section 4.8.27 (Security Scheme Object). */
export type SecurityScheme = CredentialScheme | MutualTlsScheme;

/** A certificate is shown by the connection: no call carries anything. */
export interface MutualTlsScheme {
  readonly id: string;
  readonly type: "mutualTLS";
  readonly docs: Docs;
}

/** A Security Scheme whose credentials travel with each call. */
export type CredentialScheme = {
  readonly id: string;
  readonly option: string;
  readonly docs: Docs;
} & (
  | { readonly type: "http"; readonly scheme: "basic"; readonly password?: string }
  | { readonly type: "http"; readonly scheme: "bearer" }
  /** Any other scheme of HTTP. RFC 9110, section 11.4. */
  | { readonly type: "http"; readonly scheme: "other"; readonly name: string }
  | {
      readonly type: "apiKey";
      readonly in: "header" | "query" | "cookie";
      readonly name: string;
    }
  | { readonly type: "oauth2" }
);

/** The Security Schemes that authorise together. */
export interface SecurityRequirement {
  readonly schemes: readonly { readonly id: string; readonly scopes: readonly string[] }[];
}

/** A header parameter that is an option of client and call instead of a parameter of each operation. */
export interface HeaderOption {
  /** `"stripeAccount"`. */
  readonly name: string;
  /** `"Stripe-Account"`. */
  readonly header: string;
  readonly docs: Docs;
}

/** Where the error body keeps its parts: RFC 6901 pointers. */
export interface ErrorEnvelope {
  readonly message: string;
  readonly type?: string;
  readonly code?: string;
  readonly param?: string;
  /** Error type by status or range; sorted by status. */
  readonly types: readonly { readonly status: string; readonly type: string }[];
}

/** Words in one place of error bodies, such as `card_error` in `error.type`. */
export interface ErrorTypes {
  /** RFC 6901 pointer, in the body, to the word. */
  readonly pointer: string;
  /** Sorted by word, each with the bodies that may have it. */
  readonly types: readonly { readonly word: string; readonly bodies: readonly Schema[] }[];
}

/** Methods of a Path Item Object, and any other that an API may have. OpenAPI 3.2, section 4.9. */
export type HttpMethod =
  | "GET"
  | "PUT"
  | "POST"
  | "DELETE"
  | "OPTIONS"
  | "HEAD"
  | "PATCH"
  | "TRACE"
  | "QUERY"
  | (string & {});
