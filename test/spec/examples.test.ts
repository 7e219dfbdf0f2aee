import { beforeAll, describe, expect, it } from "vitest";
import { PaymentsClient } from "@specwright/generated-client";
import * as generatedOperations from "@specwright/generated-client/operations";
import * as generatedValidators from "@specwright/generated-client/validators";
import {
  createPartialPaymentsHandler,
  type PaymentsHandlers,
} from "@specwright/generated-server-stubs";
import type { PartialHandlers } from "@specwright/runtime/server";
import { call, type Fetch, type OperationDescriptor } from "@specwright/runtime";
import type { Validator } from "@specwright/runtime/validate";
import {
  readApiDocument,
  type ApiDocument,
  type DescribedContent,
  type DescribedOperation,
} from "../helpers/api-document.ts";
import { undescribedFields } from "./undescribed-fields.ts";

type AnyOperation = OperationDescriptor<unknown, unknown>;

const descriptors = new Map(
  (Object.values(generatedOperations) as AnyOperation[]).map((one) => [one.id, one]),
);
const validators = generatedValidators as unknown as Readonly<Record<string, Validator<unknown>>>;

const document: ApiDocument = await readApiDocument();

describe("examples of operations", () => {
  it("are there for every request that has a body and every answer that has one", () => {
    const bare = document.operations.filter(({ body, answer }) =>
      [body, answer].some((content) => content && isJsonOrForm(content) && !("example" in content)),
    );
    // Bodies of which nothing but `expand` can be sent need no example.
    expect(bare.filter(({ body }) => !isOnlyExpand(body)).map(({ id }) => id)).toEqual([]);
  });

  it("are there for every parameter in a path", () => {
    const bare = document.operations.filter(({ parameters }) =>
      parameters.some((one) => one["in"] === "path" && one["example"] === undefined),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  describe("travel through client and stubs", () => {
    const seen: { operation?: string; input?: unknown } = {};
    let client: PaymentsClient;
    beforeAll(() => {
      const handler = createPartialPaymentsHandler({
        handlers: handlersFor(document.operations, (operation, input) => {
          Object.assign(seen, { operation: operation.id, input });
          return exampleAnswer(operation);
        }),
        authenticate: {
          basicAuth: ({ username }) => username,
          bearerAuth: ({ token }) => token,
          meterEventSession: ({ token }) => token,
        },
      });
      const fetch: Fetch = (url, init) => handler(new Request(url, init));
      client = new PaymentsClient({
        apiKey: "sk_test_1",
        meterEventToken: "token",
        maxRetries: 0,
        fetch,
      });
    });

    for (const operation of document.operations) {
      it(operation.id, async () => {
        const descriptor = descriptors.get(operation.id);
        expect(descriptor, "a descriptor").toBeDefined();
        const input = exampleInput(operation);
        const answer = await call(client, descriptor as AnyOperation, input);
        expect(seen.operation).toBe(operation.id);
        expect(seen.input).toEqual(input);
        if (answer instanceof Blob) expect(await answer.text()).toBe("%PDF-1.7");
        else expect(answer).toEqual(operation.answer?.example);
      });
    }
  });

  it("name only what is described", () => {
    const slips = document.operations.flatMap(({ id, body, answer }) =>
      [body, answer].flatMap((content) => slipsOf(content).map((place) => `${id} ${place}`)),
    );
    expect(slips).toEqual([]);
  });

  it("pass the generated validators", () => {
    const wrong = document.operations.flatMap(({ id, answer }) => {
      if (!answer || !isJsonOrForm(answer)) return [];
      const issues = validatorOf(answer)?.issues(answer.example);
      return issues?.length === 0 ? [] : [{ id, issues }];
    });
    expect(wrong).toEqual([]);
  });
});

describe("examples of events", () => {
  for (const { name, body } of document.webhooks) {
    it(`${name} is there and passes the generated validators`, () => {
      expect(body.example).toMatchObject({ type: name });
      expect(validatorOf(body)?.issues(body.example)).toEqual([]);
      expect(slipsOf(body)).toEqual([]);
      const isThin = (body.example as { object: string }).object !== "event";
      const union = isThin
        ? generatedValidators.thinEventValidator
        : generatedValidators.eventValidator;
      expect(union.issues(body.example)).toEqual([]);
    });
  }
});

function slipsOf(content: DescribedContent | undefined): string[] {
  return content ? undescribedFields(content.example, content.schema, document) : [];
}

function isJsonOrForm({ mediaType }: DescribedContent): boolean {
  return mediaType !== "application/pdf";
}

function isOnlyExpand(body: DescribedContent | undefined): boolean {
  const properties = Object.keys((body?.schema["properties"] as object | undefined) ?? {});
  return properties.every((name) => name === "expand");
}

/** What the example of an operation is in the client: path parameters beside `params`. */
function exampleInput({ parameters, body }: DescribedOperation): Record<string, unknown> {
  const given = parameters.filter((one) => one["example"] !== undefined);
  const inPlace = (place: string) =>
    given.filter((one) => one["in"] === place).map((one) => [String(one["name"]), one["example"]]);
  const query = Object.fromEntries(inPlace("query")) as object;
  const params = { ...query, ...(body?.example as object | undefined) };
  const takesParams = body !== undefined || parameters.some((one) => one["in"] === "query");
  return { ...Object.fromEntries(inPlace("path")), ...(takesParams && { params }) };
}

function exampleAnswer({ answer }: DescribedOperation): unknown {
  if (!answer) return undefined;
  return isJsonOrForm(answer) ? answer.example : new Blob(["%PDF-1.7"]);
}

/** Handlers for every operation, nested as their ids are. */
function handlersFor(
  operations: readonly DescribedOperation[],
  handle: (operation: DescribedOperation, input: unknown) => unknown,
): PartialHandlers<PaymentsHandlers> {
  const root: Record<string, unknown> = {};
  for (const operation of operations) {
    const names = operation.id.split(".");
    const holder = names.slice(0, -1).reduce((parent, name) => {
      parent[name] ??= {};
      return parent[name] as Record<string, unknown>;
    }, root);
    holder[names.at(-1) ?? ""] = (input: unknown) => handle(operation, input);
  }
  return root;
}

function validatorOf({ schema }: DescribedContent): Validator<unknown> | undefined {
  const name = String(schema["$ref"]).split("/").at(-1) ?? "";
  return validators[`${name.charAt(0).toLowerCase()}${name.slice(1)}Validator`];
}
