import { describe, expect, it } from "vitest";
import { createRouter, type Routed } from "./router.ts";

function operation(line: string): Routed {
  const [method = "", path = ""] = line.split(" ");
  return { operation: { id: line, method, path } };
}

const router = createRouter(
  [
    "GET /",
    "GET /v1/coupons",
    "POST /v1/coupons",
    "GET /v1/coupons/{coupon}",
    "DELETE /v1/coupons/{id}",
    "POST /v1/coupons/search",
    "GET /v1/coupons/search/{word}",
    "GET /v1/{kind}/all/x",
    "GET /v1/{kind}/{id}/y",
    "GET /files/{name}.json",
    "GET /files/{name}.tar.gz",
    "GET /files/{name}.gz",
    "GET /files/{name}",
    "GET /range/{from}-{to}",
    "POST /jobs/{job}:cancel",
    "GET /slash/",
    "GET /caf%C3%A9",
    "GET /constructor/{__proto__}",
    "OPTIONS /own",
    "HEAD /own",
    "QUERY /asked",
    "COPY /asked/{id}",
  ].map(operation),
);

function found(line: string): string {
  const [method = "", path = ""] = line.split(" ");
  const match = router.find(method, path);
  if (match.type === "method-not-allowed") return `405 ${match.allow.join(", ")}`;
  if (match.type !== "match") return match.type;
  const values = [...match.path].map(([name, value]) => ` ${name}=${value}`);
  return match.route.operation.id + values.join("");
}

describe("the router", () => {
  it.each([
    ["GET /", "GET /"],
    ["GET /v1/coupons", "GET /v1/coupons"],
    ["POST /v1/coupons", "POST /v1/coupons"],
    ["GET /v1/coupons/c1", "GET /v1/coupons/{coupon} coupon=c1"],
    ["DELETE /v1/coupons/c1", "DELETE /v1/coupons/{id} id=c1"],
    ["POST /v1/coupons/search", "POST /v1/coupons/search"],
    ["GET /v1/coupons/search", "GET /v1/coupons/{coupon} coupon=search"],
    ["GET /v1/coupons/search/x", "GET /v1/coupons/search/{word} word=x"],
    ["GET /v1/coupons/all/x", "GET /v1/{kind}/all/x kind=coupons"],
    ["GET /v1/coupons/all/y", "GET /v1/{kind}/{id}/y kind=coupons id=all"],
    ["HEAD /v1/coupons", "GET /v1/coupons"],
    ["HEAD /own", "HEAD /own"],
    ["QUERY /asked", "QUERY /asked"],
    ["COPY /asked/c1", "COPY /asked/{id} id=c1"],
    ["copy /asked/c1", "405 COPY, OPTIONS"],
    ["OPTIONS /own", "OPTIONS /own"],
    ["GET /v1/coupons/a%2Fb", "GET /v1/coupons/{coupon} coupon=a%2Fb"],
    ["GET /v1/coupons/..%2F..%2Fx", "GET /v1/coupons/{coupon} coupon=..%2F..%2Fx"],
    ["GET /v1/c%6Fupons", "GET /v1/coupons"],
    ["GET /caf%C3%A9", "GET /caf%C3%A9"],
    ["GET /files/a.json", "GET /files/{name}.json name=a"],
    ["GET /files/a.b.json", "GET /files/{name}.json name=a.b"],
    ["GET /files/a.tar.gz", "GET /files/{name}.tar.gz name=a"],
    ["GET /files/%61%2Ejs%6fn", "GET /files/{name}.json name=a"],
    ["GET /files/a%2F.json", "GET /files/{name}.json name=a%2F"],
    ["POST /jobs/j%3Acancel", "not-found"],
    ["GET /files/.json", "GET /files/{name} name=.json"],
    ["GET /range/1-2", "GET /range/{from}-{to} from=1 to=2"],
    ["GET /range/1-2-3", "GET /range/{from}-{to} from=1 to=2-3"],
    ["GET /range/-1-3", "GET /range/{from}-{to} from=-1 to=3"],
    ["POST /jobs/7:cancel", "POST /jobs/{job}:cancel job=7"],
    ["GET /slash/", "GET /slash/"],
    ["GET /constructor/x", "GET /constructor/{__proto__} __proto__=x"],
  ])("%s is %s", (line, expected) => {
    expect(found(line)).toBe(expected);
  });

  it.each([
    "GET /v1",
    "GET /v1/",
    "GET /v1/coupons/",
    "GET //v1/coupons",
    "GET /v1//coupons",
    "GET /v1//all/x",
    "GET /slash",
    "GET /range/1",
    "GET /range/-",
    "GET /range/1-",
    "POST /jobs/:cancel",
    "GET /v1%2Fcoupons",
    "GET /V1/coupons",
    "GET /toString",
    "GET /__proto__/x",
  ])("%s is not found", (line) => {
    expect(found(line)).toBe("not-found");
  });

  it.each([
    "GET /v1/coupons/%00",
    "GET /v1/coupons/a%00b",
    "GET /v1/coupons/%",
    "GET /v1/coupons/%zz",
    "GET /v1/coupons/%c0%ae%c0%ae",
    "GET /v1/coupons/%ed%a0%80",
    "GET /v1/coupons/..",
    "GET /v1/coupons/%2e%2E",
    "GET /v1/x/../coupons",
    "GET /v1/./coupons",
    "GET v1/coupons",
    "OPTIONS *",
    "GET ",
  ])("%s is malformed", (line) => {
    expect(found(line)).toBe("malformed");
  });

  it.each([
    ["PUT /v1/coupons", "405 GET, HEAD, OPTIONS, POST"],
    ["POST /files/a.json", "405 GET, HEAD, OPTIONS"],
    ["PATCH /v1/coupons/search", "405 DELETE, GET, HEAD, OPTIONS, POST"],
    ["GET /jobs/7:cancel", "405 OPTIONS, POST"],
    ["GET /own", "405 HEAD, OPTIONS"],
    ["OPTIONS /v1/coupons", "405 GET, HEAD, OPTIONS, POST"],
  ])("%s is %s", (line, expected) => {
    expect(found(line)).toBe(expected);
  });

  it.each([
    ["GET /a/{x}", "GET /a/{y}", "GET /a/1", "GET /a/{x}"],
    ["GET /a?kind=1", "GET /a?kind=2", "GET /a", "GET /a?kind=1"],
    ["GET /a/{x", "GET /a/{}", "GET /a/{x", "GET /a/{x"],
    ["GET /a/{x", "GET /a/{}", "GET /a/{}", "GET /a/{}"],
  ])("of %s and %s answers %s by %s", (one, other, line, expected) => {
    const own = createRouter([operation(one), operation(other)]);
    const [method = "", path = ""] = line.split(" ");
    const match = own.find(method, path);
    expect(match.type === "match" && match.route.operation.id).toBe(expected);
  });

  it("refuses a path without a slash when it is built", () => {
    const message = 'The path template "a" must begin with "/"';
    expect(() => createRouter([operation("GET a")])).toThrow(message);
  });

  it("takes no longer among many operations than among few", () => {
    const many = createRouter(
      Array.from({ length: 5_000 }, (_, index) => operation(`GET /v1/r${index}/{id}/x/{y}`)),
    );
    const start = performance.now();
    for (let run = 0; run < 10_000; run += 1) many.find("GET", "/v1/r4999/abc/x/d");
    expect(performance.now() - start).toBeLessThan(500);
  });
});
