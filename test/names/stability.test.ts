import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  nat,
  option,
  record,
  string,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { nameDocument, type NamedDocument } from "../helpers/names.ts";

interface Described {
  readonly path: string;
  readonly method: string;
  readonly id: string | null;
  readonly tag: string | null;
}

const segment = constantFrom(
  "users",
  "user",
  "runs",
  "export",
  "search",
  "{id}",
  "{org}",
  "v1",
  "a-b",
  "a_b",
  "then",
);

const operation = record<Described>({
  path: array(segment, { minLength: 1, maxLength: 4 }).map((segments) => `/${segments.join("/")}`),
  method: constantFrom("get", "put", "post", "patch", "delete"),
  id: option(
    constantFrom(
      "users.list",
      "users.export",
      "users/list",
      "listUsers",
      "getUser",
      "user_list",
      "createRun",
      "search",
      "class",
    ),
  ),
  tag: option(constantFrom("Users", "Runs", "class", "Admin users")),
});

const schemaName = constantFrom(
  "User",
  "Users",
  "user",
  "UserListParams",
  "Run",
  "RunCreateResponse",
  "then",
  "$",
);

/** The operations that stand alone at their method and path, each at the end of the document it is added to. */
function distinct(operations: readonly Described[]): readonly Described[] {
  const byRequest = new Map(
    operations.toReversed().map((one) => [`${one.method} ${one.path}`, one]),
  );
  return [...byRequest.values()].toReversed();
}

function document(
  operations: readonly Described[],
  schemas: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const paths = new Map<string, Record<string, unknown>>();
  for (const { path, method, id, tag } of operations) {
    const item = paths.get(path) ?? {};
    paths.set(path, item);
    item[method] = {
      ...(id !== null && { operationId: id }),
      ...(tag !== null && { tags: [tag] }),
      parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
      responses: {
        200: {
          description: "Done.",
          content: { "application/json": { schema: { type: "object", properties: { ok: {} } } } },
        },
      },
    };
  }
  const components = Object.fromEntries(
    schemas.map((name) => [name, { type: "object", properties: { name: { type: "string" } } }]),
  );
  return { paths: Object.fromEntries(paths), components: { schemas: components } };
}

/** Of each operation what a caller writes: the call, and the type of what it takes. */
function written({ model, names, calls }: NamedDocument): ReadonlyMap<string, readonly string[]> {
  const operations = model.resources.flatMap((resource) => resource.operations);
  return new Map(
    operations.map(({ method, path, params }) => {
      const request = `${method} ${path}`;
      return [request, [calls.get(request) ?? "", params ? names.type(params.schema) : ""]];
    }),
  );
}

/** A path that is new comes last; a method of a path that is there comes in its place, and so do its followers. */
function isLast(added: Described, operations: readonly Described[]): boolean {
  return operations.every(({ path }) => path !== added.path);
}

describe("names", () => {
  it("stay what they are when an operation is added at the end", async () => {
    const grown = asyncProperty(
      array(operation, { maxLength: 12 }),
      operation,
      async (some, added) => {
        const before = distinct(some);
        if (!isLast(added, before)) return;
        const old = written(await nameDocument(document(before)));
        const all = written(await nameDocument(document([...before, added])));
        for (const [request, names] of old) expect(all.get(request)).toEqual(names);
      },
    );
    await assert(grown, { numRuns: 300 });
  });

  it("of calls stay what they are when a schema is added", async () => {
    const grown = asyncProperty(
      array(operation, { maxLength: 8 }),
      array(schemaName),
      schemaName,
      async (some, schemas, added) => {
        const before = await nameDocument(document(distinct(some), schemas));
        const after = await nameDocument(document(distinct(some), [...schemas, added]));
        expect(after.calls).toEqual(before.calls);
      },
    );
    await assert(grown, { numRuns: 100 });
  });

  it("stay what they are when a tag is described", async () => {
    const grown = asyncProperty(
      array(operation, { maxLength: 8 }),
      string(),
      async (some, name) => {
        const described = document(distinct(some));
        const before = written(await nameDocument(described));
        const after = written(await nameDocument({ ...described, tags: [{ name }] }));
        expect(after).toEqual(before);
      },
    );
    await assert(grown, { numRuns: 100 });
  });

  it("of operations that nothing else wants do not hang on the order of paths", async () => {
    const moved = asyncProperty(nat(5), async (at) => {
      const operations = ["/users", "/orgs/{org}", "/runs", "/runs/{id}/cancel", "/a", "/b"].map(
        (path): Described => ({ path, method: "post", id: null, tag: null }),
      );
      const turned = [...operations.slice(at), ...operations.slice(0, at)];
      expect(written(await nameDocument(document(turned)))).toEqual(
        written(await nameDocument(document(operations))),
      );
    });
    await assert(moved);
  });
});
