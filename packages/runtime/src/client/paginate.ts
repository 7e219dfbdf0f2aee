import type {
  AnyOperation,
  PaginatedOperationDescriptor,
  RequestOptions,
  ResponseHead,
  Transport,
} from "../contract.ts";
import { ApiResource } from "./api-resource.ts";
import { Page, PagePromise } from "./page.ts";
import { own, readPointer } from "./pointer.ts";

/** What stays the same from page to page. */
interface List<Output> {
  readonly transport: Transport;
  readonly operation: PaginatedOperationDescriptor<unknown, Output, unknown, unknown>;
  readonly input: unknown;
  readonly options: RequestOptions;
  /** Key in `params` that takes the cursor. */
  readonly key: string;
  readonly isBackward: boolean;
  /** Cursors used so far, each with the number of the page it led to. */
  readonly seen: Map<unknown, number>;
}

/**
 * Calls an operation that answers with one page of a list.
 *
 * Nothing is sent until the result is awaited or walked over. The list ends when the server says so, when a page is
 * empty or names no cursor, and when a cursor comes a second time. It goes backward when `params` has the parameter for
 * that; the items of a page keep the server's order all the same.
 *
 * @throws what `Transport.send` throws, when awaited or walked over.
 */
export function paginate<
  Input,
  Output,
  Item,
  Failure,
  Options extends RequestOptions = RequestOptions,
>(
  client: Transport | ApiResource,
  operation: PaginatedOperationDescriptor<Input, Output, Item, Failure>,
  input: NoInfer<Input>,
  options?: Options,
): PagePromise<Item, Output, Failure> {
  const { backward, parameter } = operation.pagination;
  const params = own(input, "params");
  const backwardKey = backward && keyNamed(operation, backward);
  const isBackward = own(params, backwardKey ?? "") !== undefined;
  const key = isBackward && backwardKey ? backwardKey : keyNamed(operation, parameter);
  const list: List<Output> = {
    transport: ApiResource.transportOf(client),
    operation,
    input,
    options: options ?? {},
    key,
    isBackward,
    seen: new Map([[own(params, key), 0]]),
  };
  return new PagePromise((onResponse) =>
    fetchPage<Output, Item>({ ...list, options: withHook(list.options, onResponse) }, 0),
  );
}

/** The options of the first page, whose answer two may want to know. */
function withHook(
  options: RequestOptions,
  onResponse: (head: ResponseHead) => void,
): RequestOptions {
  return {
    ...options,
    onResponse(head) {
      onResponse(head);
      options.onResponse?.(head);
    },
  };
}

function keyNamed(operation: AnyOperation, name: string): string {
  const found = operation.parameters.find(
    (parameter) => parameter.in === "query" && parameter.name === name,
  );
  return found?.key ?? name;
}

/** @param cursor Absent for the first page, which is the one the caller asked for. */
async function fetchPage<Output, Item>(
  list: List<Output>,
  number: number,
  cursor?: unknown,
): Promise<Page<Item, Output>> {
  const { transport, operation, input, options, key } = list;
  // An idempotency key stands for one request, and each page is one.
  const { idempotencyKey: _key, ...others } = options;
  const params = { ...toObject(own(input, "params")), [key]: cursor };
  const response = await (cursor === undefined
    ? transport.send(operation, input, options)
    : transport.send(operation, { ...toObject(input), params }, others));
  const found = readPointer(response, operation.pagination.items);
  // Trusted like every answer: its type is that of the spec.
  const items = (Array.isArray(found) ? found : []) as Item[];
  const next = nextCursor(list, response, items, number + 1);
  return new Page(
    items,
    response,
    next === undefined ? undefined : () => fetchPage<Output, Item>(list, number + 1, next),
  );
}

/** The cursor of page `number`; `undefined` when there is no such page. */
function nextCursor(
  { operation, isBackward, seen }: List<unknown>,
  response: unknown,
  items: readonly unknown[],
  number: number,
): unknown {
  const { cursor, more } = operation.pagination;
  if (items.length === 0) return undefined;
  if (more !== undefined && readPointer(response, more) !== true) return undefined;
  const source = cursor.in === "response" ? response : items[isBackward ? 0 : items.length - 1];
  const next = readPointer(source, cursor.at);
  // A `Date` is an object of its own each time.
  const known = next instanceof Date ? next.getTime() : next;
  if (!["string", "number", "bigint"].includes(typeof known) || known === "") return undefined;
  // A page may be asked for its next one twice; only another page makes it a circle.
  if ((seen.get(known) ?? number) !== number) return undefined;
  seen.set(known, number);
  return next;
}

function toObject(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
