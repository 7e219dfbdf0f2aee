/** Names of the events of a union, by the property that tells them apart. */
type NameOf<Event, Key extends keyof Event> = Event[Key] & string;

/** One event of the union. */
type EventOf<Event, Key extends keyof Event, Name> = Extract<Event, Readonly<Record<Key, Name>>>;

type Handle<Event> = (event: Event) => unknown;

/** A handler for each event. */
export type EveryHandler<Event, Key extends keyof Event> = {
  readonly [Name in NameOf<Event, Key>]: Handle<EventOf<Event, Key, Name>>;
};

/**
 * Handlers by name of event: one for each, so that a new event of the spec is an error of the compiler; or some, and
 * `otherwise` for the others.
 */
export type WebhookHandlers<Event, Key extends keyof Event> =
  | (EveryHandler<Event, Key> & { readonly otherwise?: Handle<Event> })
  | (Partial<EveryHandler<Event, Key>> & { readonly otherwise: Handle<Event> });

/** What became of an event: `ignored` where it is newer than the handlers, and there is no `otherwise`. */
export type Dispatched = "handled" | "otherwise" | "ignored";

/** Gives each event to its handler, and waits for it. What a handler throws is thrown. */
export function createWebhookRouter<Event, Key extends keyof Event & string>(
  key: Key,
  handlers: WebhookHandlers<Event, Key>,
): (event: Event) => Promise<Dispatched> {
  return async (event) => {
    const name: unknown = Reflect.get(Object(event), key);
    const handle =
      typeof name === "string" && name !== "otherwise" ? own(handlers, name) : undefined;
    const fallback = own(handlers, "otherwise");
    await (handle ?? fallback)?.(event);
    if (handle) return "handled";
    return fallback ? "otherwise" : "ignored";
  };
}

// An event may be called `constructor`.
function own(handlers: object, name: string): ((event: unknown) => unknown) | undefined {
  const found: unknown = Object.hasOwn(handlers, name) ? Reflect.get(handlers, name) : undefined;
  return typeof found === "function"
    ? (event) => Reflect.apply(found, handlers, [event])
    : undefined;
}
