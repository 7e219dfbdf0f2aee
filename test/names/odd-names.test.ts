import { writeFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../helpers/command.ts";
import { generateFrom, ONE_FOLDER } from "../helpers/generate.ts";
import { nameDocument } from "../helpers/names.ts";
import { compile } from "../helpers/tsc.ts";

const ODD = [
  "class",
  "constructor",
  "__proto__",
  "then",
  "prototype",
  "delete",
  "new",
  "toString",
  "valueOf",
  "transport",
  "hasOwnProperty",
  "123abc",
  "🎉",
  "🎉🎉",
  "获取",
  "Получить",
  "получить",
  "الحصول",
  "e\u0301te\u0301",
  "\u00e9t\u00e9",
  "\u0301",
  "a\u20dd",
  " ",
  "$",
  "_",
  "<=",
  "//",
  "con",
  "nul",
  "aux",
  "COM1",
  "index",
  "client",
  "shared",
  "users",
  "Users",
  "USERS",
  "user",
  "arguments",
  "Promise",
  "ApiResource",
  "w".repeat(5000),
  `${"w".repeat(5000)}x`,
  "many words ".repeat(500),
];

const answer = {
  200: { description: "Done.", content: { "application/json": { schema: { type: "object" } } } },
};
const query = { name: "q", in: "query", schema: { type: "string", enum: ["a", "b", "c", "d"] } };

/** Every odd name as a tag, an id, a segment, a dotted id and a schema. */
function oddDocument(): Readonly<Record<string, unknown>> {
  const paths = ODD.flatMap((name, index) => {
    const at = `/n${String.fromCharCode(97 + (index % 26))}${"z".repeat(Math.floor(index / 26))}`;
    const operation = { parameters: [query], responses: answer };
    return [
      [`${at}/tag`, { get: { ...operation, tags: [name], operationId: `showThing${index}` } }],
      [`${at}/id`, { get: { ...operation, tags: ["Things"], operationId: name } }],
      [`${at}/dotted`, { get: { ...operation, operationId: `${name}.${name}` } }],
      [`${at}/method`, { get: { ...operation, operationId: `odd.${name}` } }],
      [`/${name}/{id}`, { get: operation, delete: operation }],
    ];
  });
  const schemas = ODD.map((name) => [
    name,
    { type: "object", properties: { [name]: { enum: ["a", "b", "c", "d"] } } },
  ]);
  return { paths: Object.fromEntries(paths), components: { schemas: Object.fromEntries(schemas) } };
}

describe("odd names", () => {
  it("give code that type-checks", async () => {
    const text = JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Odd API", version: "1" },
      ...oddDocument(),
    });
    const { files, diagnostics } = await generateFrom({ "openapi.json": text }, "/openapi.json", {
      ...ONE_FOLDER,
      runtime: "inline",
    });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const folder = temporaryFolder();
    for (const [path, content] of files) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    expect(
      await compile(folder, "typescript", { options: { lib: ["es2023", "dom", "dom.iterable"] } }),
    ).toEqual([]);
  });

  it("give files that differ in more than case, are no devices and are short enough for any disk", async () => {
    const { model, names } = await nameDocument(oddDocument());
    const files = model.resources.map(({ id }) => names.resourceFile(id));
    expect(new Set(files.map((file) => file.normalize("NFD").toLowerCase())).size).toBe(
      files.length,
    );
    for (const part of files.flatMap((file) => file.split("/"))) {
      expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/i);
      expect(Buffer.byteLength(part)).toBeLessThanOrEqual(240);
    }
  });

  it("give no two exports of one name", async () => {
    const { model, names } = await nameDocument(oddDocument());
    const all = [
      ...model.schemas.map(({ id }) => names.type(id)),
      ...model.resources.flatMap(({ id, operations }) => [
        names.resourceClass(id),
        names.handlers(id),
        names.routes(id),
        ...operations.flatMap((one) => [names.descriptor(one.id), names.input(one.id)]),
      ]),
    ];
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });

  it("give no resource that a promise would take for one of its own", async () => {
    const { model, names } = await nameDocument(oddDocument());
    const methods = model.resources.flatMap(({ operations }) =>
      operations.map(({ id }) => names.method(id)),
    );
    expect(methods).toContain("thenOdd");
    for (const special of ["then", "constructor", "toString", "valueOf"])
      expect(methods).not.toContain(special);
  });

  it("keep the letters of every script", async () => {
    const { calls, names } = await nameDocument(oddDocument());
    expect(calls.get("GET /获取/{id}")).toBe("client.获取.retrieve");
    expect(calls.get("GET /Получить/{id}")).toBe("client.получить.retrieve");
    expect([names.type("الحصول"), names.type("Dollar"), names.type("U1F389")]).toEqual([
      "الحصول",
      "Dollar",
      "U1F389",
    ]);
  });
});

describe("an operationId that several operations have", () => {
  const paths = Object.fromEntries(
    ["/users", "/v2/users", "/admin/users"].map((path) => [
      path,
      { get: { operationId: "users.list", responses: answer } },
    ]),
  );

  it("is warned of, and all stay in their resource", async () => {
    const { calls, diagnostics } = await nameDocument({ paths });
    expect([...calls.values()]).toEqual([
      "client.users.list",
      "client.users.getV2Users",
      "client.users.getAdminUsers",
    ]);
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      Array(2).fill("warning duplicate-operation-id"),
    );
  });
});

describe("a document of 2,000 operations under one tag", () => {
  const things = Array.from(
    { length: 200 },
    (_, index) =>
      `${String.fromCharCode(97 + (index % 26))}${"o".repeat(Math.floor(index / 26))}ps`,
  );
  const operation = { tags: ["All"], responses: answer };
  const paths = Object.fromEntries(
    things.flatMap((thing) => [
      [`/v1/${thing}`, { get: operation, post: operation }],
      [
        `/v1/${thing}/{id}`,
        { get: operation, put: operation, patch: operation, delete: operation },
      ],
      [`/v1/${thing}/{id}/archive`, { post: operation }],
      [`/v1/${thing}/{id}/parts`, { get: operation, post: operation }],
      [`/v1/${thing}/{id}/parts/{part}`, { delete: operation }],
    ]),
  );

  it("is a client of small resources, one for every thing of the paths", async () => {
    const { model, calls } = await nameDocument({ paths });
    expect(calls.size).toBe(2000);
    expect(new Set(calls.values()).size).toBe(2000);
    expect(model.resources.length).toBe(400);
    expect(calls.get("POST /v1/aps/{id}/archive")).toBe("client.aps.archive");
    expect(calls.get("PUT /v1/aps/{id}")).toBe("client.aps.replace");
    expect(calls.get("DELETE /v1/aps/{id}/parts/{part}")).toBe("client.aps.parts.delete");
  });
});
