import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "@specwright/sandbox";
import { temporaryFolder } from "../helpers/command.ts";

// What documents of others say in ways of their own, as small as that can be said.

type Json = Readonly<Record<string, unknown>>;

/** A document from lines such as `"POST /teams": answer`; the answer is a schema, or `undefined` where there is none. */
async function sandboxOf(
  operations: Readonly<Record<string, Json | undefined>>,
  parameters: Readonly<Record<string, Json>> = {},
): Promise<Sandbox> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [line, answer] of Object.entries(operations)) {
    const [method = "", path = ""] = line.split(" ");
    const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
    const item = (paths[path] ??= {});
    item[method.toLowerCase()] = {
      parameters: names.map((name) => ({
        name,
        in: "path",
        required: true,
        schema: parameters[name] ?? { type: "string" },
      })),
      ...(method !== "GET" && {
        requestBody: { content: { "application/json": { schema: { type: "object" } } } },
      }),
      responses: {
        200: {
          description: "Done.",
          ...(answer && { content: { "application/json": { schema: answer } } }),
        },
      },
    };
  }
  const document = {
    openapi: "3.1.0",
    info: { title: "Small", version: "1" },
    paths,
    components: { schemas: SCHEMAS },
  };
  const file = join(temporaryFolder(), "openapi.json");
  writeFileSync(file, JSON.stringify(document));
  return createSandbox(file, { seed: 1 });
}

const thing = (properties: Json): Json => ({
  type: "object",
  required: Object.keys(properties),
  properties,
});
const text = { type: "string" };
const SCHEMAS = {
  Key: thing({ id: { type: "string", pattern: "^ak_[0-9A-Fa-f]{32}$" }, name: text }),
  Code: thing({ code: { type: "string", maxLength: 8 } }),
  Machine: thing({ id: text, name: text }),
  NewMachine: thing({ id: text, name: text, secret: text }),
  Address: thing({ ip: text, region: text }),
  Team: thing({ id: text, name: text }),
  Member: thing({ id: text }),
};
const ref = (name: keyof typeof SCHEMAS): Json => ({ $ref: `#/components/schemas/${name}` });

async function ask(sandbox: Sandbox, line: string, body?: Json): Promise<Json> {
  const [method = "", path = ""] = line.split(" ");
  const response = await sandbox.fetch(
    new Request(`http://localhost${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(method !== "GET" && { body: JSON.stringify(body ?? {}) }),
    }),
  );
  expect(response.status, `${line} ${await response.clone().text()}`).toBe(200);
  const answer = await response.text();
  return answer === "" ? {} : JSON.parse(answer);
}

describe("a new id", () => {
  it("is one that its pattern and the path let pass", async () => {
    const sandbox = await sandboxOf(
      { "POST /keys": ref("Key"), "GET /keys/{key}": ref("Key") },
      { key: { type: "string", pattern: "^(ak|api_key)_[0-9A-Fa-f]{32}$" } },
    );
    const made = await ask(sandbox, "POST /keys", { name: "a" });
    expect(made["id"]).toMatch(/^ak_[0-9a-f]{32}$/);
    expect(await ask(sandbox, `GET /keys/${String(made["id"])}`)).toEqual(made);
    expect((await ask(sandbox, "POST /keys"))["id"]).not.toBe(made["id"]);
  });

  it("is no longer than it may be", async () => {
    const sandbox = await sandboxOf({
      "POST /codes": ref("Code"),
      "GET /codes/{code}": ref("Code"),
    });
    const made = await ask(sandbox, "POST /codes");
    expect(String(made["code"])).toMatch(/^\w{8}$/);
    expect(await ask(sandbox, `GET /codes/${String(made["code"])}`)).toEqual(made);
  });
});

describe("an object", () => {
  it("keeps its id in an answer that shows more of it once", async () => {
    const sandbox = await sandboxOf({
      "POST /machines": ref("NewMachine"),
      "GET /machines/{machine_id}": ref("Machine"),
    });
    const made = await ask(sandbox, "POST /machines", { name: "a" });
    expect(made).toMatchObject({ name: "a", secret: expect.any(String) });
    expect(await ask(sandbox, `GET /machines/${String(made["id"])}`)).toEqual({
      id: made["id"],
      name: "a",
    });
  });

  it("without an id is known by what its path is called after", async () => {
    const wrapped = thing({ floating_ip: ref("Address") });
    const sandbox = await sandboxOf({
      "POST /floating_ips": wrapped,
      "GET /floating_ips/{floating_ip}": wrapped,
    });
    const { floating_ip: made } = await ask(sandbox, "POST /floating_ips", { region: "ams" });
    const path = `GET /floating_ips/${String(Object(made).ip)}`;
    expect(await ask(sandbox, path)).toEqual({ floating_ip: made });
  });

  it("is what changes where something is put to it that cannot be found", async () => {
    const sandbox = await sandboxOf({
      "POST /teams": ref("Team"),
      "GET /teams/{team}": ref("Team"),
      "GET /teams": { type: "array", items: ref("Team") },
      "POST /teams/{team}/badges": ref("Team"),
      "DELETE /teams/{team}/badges/{badge}": ref("Team"),
    });
    const made = await ask(sandbox, "POST /teams", { name: "a" });
    expect(await ask(sandbox, `POST /teams/${String(made["id"])}/badges`)).toEqual(made);
    expect(await ask(sandbox, `DELETE /teams/${String(made["id"])}/badges/b`)).toEqual(made);
    expect(await ask(sandbox, "GET /teams")).toEqual([made]);
  });

  it("is not mixed up with others because one operation answers with what holds them", async () => {
    const sandbox = await sandboxOf({
      "POST /teams": ref("Team"),
      "GET /teams": { type: "array", items: ref("Team") },
      "GET /teams/{team}": ref("Team"),
      "GET /teams/{team}/members": { type: "array", items: ref("Member") },
      "PUT /teams/{team}/members": ref("Team"),
      "POST /members": ref("Member"),
      "GET /members": { type: "array", items: ref("Member") },
    });
    const team = await ask(sandbox, "POST /teams");
    const member = await ask(sandbox, "POST /members");
    expect(await ask(sandbox, "GET /teams")).toEqual([team]);
    expect(await ask(sandbox, "GET /members")).toEqual([member]);
  });
});

it("the account that nearly all paths lead through is there before the first call", async () => {
  const nouns = Array.from({ length: 12 }, (_, index) => `/accounts/{account}/kind${index}s`);
  const sandbox = await sandboxOf({
    "POST /accounts": ref("Team"),
    "GET /accounts/{account}": ref("Team"),
    ...Object.fromEntries(
      nouns.flatMap((path) => [
        [`POST ${path}`, thing({ id: text, name: text })],
        [`GET ${path}/{thing}`, thing({ id: text, name: text })],
      ]),
    ),
  });
  const made = await ask(sandbox, "POST /accounts/mine/kind0s", { name: "a" });
  expect(await ask(sandbox, `GET /accounts/mine/kind0s/${String(made["id"])}`)).toEqual(made);
});
