import { describe, expect, it } from "vitest";
import { operationNames } from "./operation-id.ts";
import { readPath } from "./path-words.ts";

interface Case {
  readonly request: string;
  readonly id?: string;
  readonly tag?: string;
  readonly many?: boolean;
  /** Further methods of the path. */
  readonly beside?: readonly string[];
  readonly given?: string;
}

function names({ request, id, tag, many = false, beside = [], given }: Case): string[] {
  const [method = "", template = ""] = request.split(" ");
  return [
    ...operationNames({
      ...(given !== undefined && { given }),
      ...(id !== undefined && { id }),
      method,
      methods: new Set([method, ...beside]),
      path: readPath(template),
      template,
      tags: tag === undefined ? [] : [tag],
      isMany: many,
    }),
  ];
}

describe("an operation without an id", () => {
  it.each<[string, string, Partial<Case>?]>([
    ["GET /users", "users.list", { many: true }],
    ["POST /users", "users.create"],
    ["GET /users/{id}", "users.retrieve"],
    ["PUT /users/{id}", "users.update"],
    ["PUT /users/{id}", "users.replace", { beside: ["PATCH"] }],
    ["PATCH /users/{id}", "users.update", { beside: ["PUT"] }],
    ["POST /users/{id}", "users.update"],
    ["POST /users/{id}", "users.create", { beside: ["PUT"] }],
    ["DELETE /users/{id}", "users.delete"],
    ["DELETE /users", "users.deleteAll", { many: true }],
    ["PUT /users", "users.replaceAll", { many: true }],
    ["HEAD /users/{id}", "users.head"],
    ["OPTIONS /users", "users.options"],
    ["TRACE /users", "users.trace"],
    ["QUERY /users", "users.query"],
    ["PURGE /users/{id}", "users.purge"],
    ["! /users", "users.send"],
    ["POST /users/{id}/archive", "users.archive"],
    ["GET /users/{id}/lock", "users.retrieveLock"],
    ["DELETE /users/{id}/lock", "users.deleteLock"],
    ["GET /users/search", "users.search"],
    ["GET /pets/findByStatus", "pets.findByStatus"],
    ["POST /test-helpers/test-clocks", "testHelpers.testClocks.create"],
    ["GET /accounts/{id}/ConnectApps", "accounts.connectApps.list", { many: true }],
    ["GET /orgs/{org}/members/{user}", "orgs.members.retrieve"],
    ["GET /me", "me.retrieve"],
    ["GET /account/settings", "account.settings.retrieve"],
    ["POST /chat/completions", "chat.completions.create"],
    ["POST /v1/things:batchGet", "things.batchGet"],
    ["POST /v1/things/{id}:cancel", "things.cancel"],
    ["POST /api/chat.postMessage", "chat.postMessage"],
    ["GET /api/v2.1/users/{id}", "users.retrieve"],
    ["GET /rest/api/3/issue/{key}", "issue.retrieve"],
    ["GET /2010-04-01/Accounts/{Sid}/Calls.json", "accounts.calls.list", { many: true }],
    ["GET /2010-04-01/Accounts/{Sid}.json", "accounts.retrieve"],
    ["GET /Users({id})", "users.retrieve"],
    ["GET /.well-known/openid-configuration", "wellKnown.openidConfiguration.retrieve"],
    ["GET /", "root.retrieve"],
    ["GET /", "meta.retrieve", { tag: "Meta" }],
    ["GET /{id}", "root.retrieve"],
    ["POST /login", "login.create"],
  ])("%s is %s", (request, name, more = {}) => {
    expect(names({ request, ...more })[0]).toBe(name);
  });
});

describe("an operation with an id", () => {
  it.each<[string, string, string, Partial<Case>?]>([
    ["customers.balanceTransactions.create", "POST /x", "customers.balanceTransactions.create"],
    ["v2.billing.meterEvents.create", "POST /x", "v2.billing.meterEvents.create"],
    ["api.v1.users.index", "GET /api/v1/users", "users.index"],
    ["repos/list-for-org", "GET /orgs/{org}/repos", "repos.listForOrg"],
    ["UsersController_findAll", "GET /users", "users.findAll"],
    ["UsersController.findAll", "GET /users", "users.findAll"],
    ["users#index", "GET /users", "users.index"],
    ["Users_GetAll", "GET /api/users", "users.getAll"],
    ["droplets_list", "GET /v2/droplets", "droplets.list", { tag: "Droplets" }],
    ["createChatCompletion", "POST /chat/completions", "chat.completions.create"],
    ["createChatCompletion", "POST /llm", "chat.createCompletion", { tag: "Chat" }],
    ["GetV1UsersById", "GET /v1/users/{id}", "users.retrieve"],
    ["get-an-album", "GET /albums/{id}", "albums.retrieve"],
    ["get-multiple-albums", "GET /albums", "albums.getMultiple", { tag: "Albums" }],
    ["Get3dSecure", "GET /3d_secure", "3dSecure.retrieve"],
    ["read_items_items__item_id__get", "GET /items/{item_id}", "items.retrieve"],
    ["listUsers", "GET /users", "users.list"],
    ["showPetById", "GET /pets/{petId}", "pets.retrieve"],
    ["modifyMessage", "POST /messages/{id}", "messages.modify"],
    ["createOrUpdateKey", "PUT /keys/{id}", "keys.createOrUpdate"],
    ["cancelRun", "POST /runs/{id}/cancel", "runs.cancel"],
    ["getApiKeys", "GET /apikeys", "apikeys.list", { many: true }],
    ["getOpenRoles", "GET /apply", "jobs.getOpenRoles", { tag: "Jobs" }],
    ["getOpenRoles", "GET /apply", "apply.getOpenRoles"],
    ["inviteUser", "POST /x", "invites.inviteUser", { tag: "Invites" }],
    ["listProjectKeys", "GET /x", "keys.listProjectKeys", { tag: "Keys" }],
    ["getUsers", "GET /x", "users.getUsers", { tag: "Users" }],
    ["getUser", "GET /x", "users.get", { tag: "Users" }],
    ["ListAccountThing", "GET /x", "account.listThing", { tag: "Api20100401Account" }],
    ["get", "GET /users", "users.list", { many: true }],
    ["🎉", "GET /users/{id}", "users.retrieve"],
    ["", "GET /users/{id}", "users.retrieve"],
    ["..", "GET /users/{id}", "users.retrieve"],
    ["__proto__", "GET /users", "admin.proto", { tag: "Admin" }],
    ["获取用户", "GET /users", "用户.获取用户", { tag: "用户" }],
  ])("%s at %s is %s", (id, request, name, more = {}) => {
    expect(names({ id, request, ...more })[0]).toBe(name);
  });

  it("gives way to the name that its author gives", () => {
    const given = names({ request: "GET /users", id: "users.list", given: "people.all" });
    expect(given[0]).toBe("people.all");
  });

  it("keeps its resource where the given name has none", () => {
    expect(names({ request: "GET /orgs/{org}/users", given: "all" })[0]).toBe("orgs.users.all");
  });
});

describe("the names for an operation whose best name is taken", () => {
  it("say more and more", () => {
    expect(names({ request: "GET /users/{org}/runs/{id}", id: "findUserRun" }).slice(0, 4)).toEqual(
      [
        "users.runs.retrieve",
        "users.runs.retrieveById",
        "users.runs.retrieveByOrgAndId",
        "users.runs.getUsersByOrgRunsById",
      ],
    );
  });

  it("say the method where the path says what is done", () => {
    expect(names({ request: "POST /animals/search" })[1]).toBe("animals.postSearch");
  });

  it("go to the parent where the resource's name is that of a method", () => {
    expect(names({ request: "GET /users/export/{id}" })).toContain("users.retrieveExport");
  });
});

describe("an endless name", () => {
  const endless = "word ".repeat(1000);

  it.each([
    ["id", { request: "GET /users", id: endless, tag: "Users" }],
    ["tag", { request: "GET /", id: "getThing", tag: endless }],
    ["letter", { request: "GET /", id: "x".repeat(5000), tag: "字".repeat(5000) }],
    ["path", { request: `GET /${"a/".repeat(5000)}` }],
    ["row of signs", { request: `GET /${"_".repeat(5000)}`, id: "_".repeat(100_000) }],
  ])("of one %s is bounded", (_, one) => {
    for (const name of names(one)) {
      expect(name.split(".").length).toBeLessThanOrEqual(9);
      expect(Math.max(...name.split(".").map((segment) => segment.length))).toBeLessThanOrEqual(80);
    }
  });
});
