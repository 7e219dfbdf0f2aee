import { ApiResource } from "../client/api-resource.ts";
import { own, readPointer } from "../plain/pointer.ts";
import type {
  AnswerHead,
  Cursor,
  PaginatedOperationDescriptor,
  RequestOptions,
  Transport,
} from "../contract.ts";
import { DecodingError } from "../errors/decoding-error.ts";
import { Page } from "./page.ts";
import { PagePromise } from "./page-promise.ts";

/** How many pages in a row may be empty: filters leave some, a server that goes on for ever leaves nothing else. */
const EMPTY_LIMIT = 100;

/** How many cursors are remembered, so that an endless list does not fill the memory. */
const SEEN_LIMIT = 10_000;

/** What stays the same from page to page. */
interface List<Output> {
  readonly transport: Transport;
  readonly operation: PaginatedOperationDescriptor<unknown, Output, unknown, unknown>;
  readonly input: unknown;
  readonly options: RequestOptions;
  /** Key in `params` that takes the cursor. */
  readonly key: string | undefined;
  readonly isBackward: boolean;
  /** Cursors used so far, each with the number of the page it led to. */
  readonly seen: Map<unknown, number>;
}

/** A page to fetch. */
interface Wanted {
  /** From 0. */
  readonly number: number;
  /** Absent for the page that the caller asked for. */
  readonly cursor?: Cursor;
  /** Items of the page before. */
  readonly previous?: readonly unknown[];
  /** How many pages right before it were empty. */
  readonly empty: number;
}

/**
 * Calls an operation that answers with one page of a list.
 *
 * Nothing is sent until the result is awaited or walked over. The list ends when the server says so, when a page names no
 * next one, and when a cursor comes a second time. It goes backward when `params` has the parameter for that; the items of
 * a page keep the server's order all the same.
 *
 * @throws what `Transport.send` throws, when awaited or walked over.
 */
export function paginate<
  Input,
  Output,
  Item,
  Failure,
  Described extends object,
  Options extends RequestOptions = RequestOptions,
>(
  client: Transport | ApiResource,
  operation: PaginatedOperationDescriptor<Input, Output, Item, Failure, Described>,
  input: NoInfer<Input>,
  options?: Options,
): PagePromise<Item, Output, Failure, Described> {
  const { backward, parameter } = operation.pagination;
  const params = own(input, "params");
  const isBackward = backward !== undefined && own(params, backward) !== undefined;
  const key = isBackward ? backward : parameter;
  const transport = ApiResource.transportOf(client);
  return new PagePromise(operation, (onResponse, cursor) => {
    const seen = new Map([[cursor ?? own(params, key ?? ""), 0]]);
    const first = withHook(options ?? {}, onResponse);
    const list = { transport, operation, input, options: first, key, isBackward, seen };
    return fetchPage<Output, Item>(list, { number: 0, empty: 0, ...(cursor && { cursor }) });
  });
}

/** Options with a hook beside the caller's own. */
function withHook(options: RequestOptions, onResponse: (head: AnswerHead) => void): RequestOptions {
  return {
    ...options,
    onResponse(head) {
      onResponse(head);
      options.onResponse?.(head);
    },
  };
}

async function fetchPage<Output, Item>(
  list: List<Output>,
  wanted: Wanted,
): Promise<Page<Item, Output>> {
  const { operation, isBackward } = list;
  const { pagination } = operation;
  let head: AnswerHead | undefined;
  const response = await ask(list, wanted, (one) => (head = one));
  const found = readPointer(response, pagination.items);
  // Trusted like every answer: its type is that of the spec.
  const items = (Array.isArray(found) ? found : []) as Item[];
  const { previous, number } = wanted;
  const cursor = wanted.cursor ?? own(own(list.input, "params"), list.key ?? "");
  const said = previous && { previous };
  const view = { pagination, response, items, ...said, head, cursor, isBackward };
  if (pagination.style.isRepeat?.(view)) return new Page<Item, Output>([], response);
  const next = pagination.style.next(view);
  if (!isCursor(next) || isCircle(list, next, number + 1)) return new Page(items, response);
  const empty = items.length === 0 ? wanted.empty + 1 : 0;
  const fetch = async (): Promise<Page<Item, Output>> => {
    if (empty < EMPTY_LIMIT) {
      return fetchPage(list, { number: number + 1, cursor: next, previous: items, empty });
    }
    throw new DecodingError(`${empty} pages of ${operation.id} in a row were empty`);
  };
  return new Page(items, response, { cursor: next, fetch });
}

function ask<Output>(
  { transport, operation, input, options, key }: List<Output>,
  { cursor, number }: Wanted,
  onResponse: (head: AnswerHead) => void,
): Promise<Output> {
  // An idempotency key stands for one request, and each page is one.
  const { idempotencyKey, ...others } = withHook(options, onResponse);
  const ofPage = number === 0 && idempotencyKey !== undefined ? { idempotencyKey } : {};
  if (cursor === undefined) return transport.send(operation, input, { ...others, ...ofPage });
  const asked = operation.pagination.style.ask?.(cursor, operation.id);
  const params = { ...toObject(own(input, "params")), ...(key !== undefined && { [key]: cursor }) };
  return transport.send(operation, asked ? input : { ...toObject(input), params }, {
    ...others,
    ...ofPage,
    ...asked,
  });
}

function isCursor(value: unknown): value is Cursor {
  const type = typeof value;
  if (value === "") return false;
  return type === "string" || type === "number" || type === "bigint" || value instanceof Date;
}

/** Whether a cursor led to another page before. */
function isCircle({ seen }: List<unknown>, cursor: Cursor, number: number): boolean {
  // A `Date` is an object of its own each time.
  const known = cursor instanceof Date ? cursor.getTime() : cursor;
  // A page may be asked for its next one twice; only another page makes it a circle.
  if ((seen.get(known) ?? number) !== number) return true;
  seen.set(known, number);
  if (seen.size > SEEN_LIMIT) {
    const [oldest] = seen.keys();
    seen.delete(oldest);
  }
  return false;
}

function toObject(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
