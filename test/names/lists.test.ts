import { describe, expect, it } from "vitest";
import { nameDocument } from "../helpers/names.ts";

const thing = { type: "object", properties: { id: { type: "string" } } };
const things = { type: "array", items: { $ref: "#/components/schemas/Thing" } };
const object = (properties: object): object => ({ type: "object", properties });

async function methodOf(path: string, schema: object | undefined): Promise<string | undefined> {
  const content = schema && { content: { "application/json": { schema } } };
  const { calls } = await nameDocument({
    paths: { [path]: { get: { responses: { 200: { description: "Done.", ...content } } } } },
    components: {
      schemas: {
        Thing: thing,
        Things: things,
        Page: { allOf: [object({ next: {} }), object({ things })] },
        Wide: { oneOf: Array.from({ length: 60 }, () => ({ $ref: "#/components/schemas/Wider" })) },
        Wider: { anyOf: Array.from({ length: 60 }, () => ({ $ref: "#/components/schemas/Wide" })) },
      },
    },
  });
  return calls.get(`GET ${path}`)?.split(".").at(-1);
}

describe("GET is `list`", () => {
  it.each<[string, string, object | undefined]>([
    ["an array", "/timeline", things],
    ["a reference to an array", "/timeline", { $ref: "#/components/schemas/Things" }],
    ["an array, or null", "/timeline", { type: ["array", "null"], items: {} }],
    ["an object with `data`", "/timeline", object({ data: things, more: {} })],
    ["an object with an array of the path's name", "/stock", object({ stock: things })],
    ["an object with an array of the path's last word", "/open-orders", object({ orders: things })],
    ["an object around such an object", "/things", object({ meta: object({ things }) })],
    ["parts, one of which holds the items", "/things", { $ref: "#/components/schemas/Page" }],
    ["one of several lists", "/timeline", { oneOf: [things, { type: "array" }] }],
    ["nothing that is described, at a plural", "/things", undefined],
    [
      "a schema that is endlessly wide, at a plural",
      "/things",
      { $ref: "#/components/schemas/Wide" },
    ],
  ])("where the answer is %s", async (_, path, schema) => {
    expect(await methodOf(path, schema)).toBe("list");
  });
});

describe("GET is `retrieve`", () => {
  it.each<[string, string, object | undefined]>([
    ["an object", "/me", object({ name: {}, roles: { type: "array", items: { type: "string" } } })],
    ["an object, at a plural", "/limits", object({ day: {}, hour: {} })],
    ["an object whose `data` is none", "/things", object({ data: object({ name: {} }) })],
    ["nothing that is described, at a singular", "/me", undefined],
    ["nothing that is described, at a word that only looks plural", "/status", undefined],
    ["an array, of one thing", "/things/{id}", things],
  ])("where the answer is %s", async (_, path, schema) => {
    expect(await methodOf(path, schema)).toBe("retrieve");
  });
});
