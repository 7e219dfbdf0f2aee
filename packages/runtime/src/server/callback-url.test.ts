import { describe, expect, it } from "vitest";
import { callbackUrl, type Exchange } from "./callback-url.ts";

// The request of the standard's example. OpenAPI 3.1, section 4.8.18.2.
const exchange: Exchange = {
  url: "https://example.org/subscribe/myevent?queryUrl=https://clientdomain.com/stillrunning",
  method: "POST",
  statusCode: 201,
  request: {
    path: { eventType: "myevent" },
    query: { queryUrl: "https://clientdomain.com/stillrunning", port: 8080 },
    headers: new Headers({
      "content-type": "application/json",
      "x-callback": "https://a.example/h",
    }),
    body: {
      failedUrl: "https://clientdomain.com/failed",
      successUrls: ["https://clientdomain.com/fast", "https://clientdomain.com/medium"],
      "a/b": "https://clientdomain.com/slash",
      host: "clientdomain.com",
      none: null,
      user: "clientdomain.com@elsewhere.example",
      "%41": "https://clientdomain.com/literal",
      A: "https://clientdomain.com/escaped",
    },
  },
  response: {
    headers: new Headers({ location: "https://example.org/subscription/1" }),
    body: { id: 7 },
  },
};

describe("the URL of a callback", () => {
  it.each([
    ["{$url}", exchange.url],
    ["{$request.query.queryUrl}", "https://clientdomain.com/stillrunning"],
    ["{$request.header.X-Callback}", "https://a.example/h"],
    ["{$request.body#/failedUrl}", "https://clientdomain.com/failed"],
    ["{$request.body#/successUrls/1}", "https://clientdomain.com/medium"],
    ["{$request.body#/a~1b}", "https://clientdomain.com/slash"],
    ["{$request.body#/failed%55rl}", "https://clientdomain.com/failed"],
    ["{$request.body#/%41}", "https://clientdomain.com/literal"],
    ["{$response.header.Location}", "https://example.org/subscription/1"],
    [
      "https://{$request.body#/host}:{$request.query.port}/{$method}/{$request.path.eventType}/{$response.body#/id}/{$statusCode}",
      "https://clientdomain.com:8080/POST/myevent/7/201",
    ],
    ["https://a.example/fixed", "https://a.example/fixed"],
  ])("%s is %s", (expression, url) => {
    expect(callbackUrl(expression, exchange)).toBe(url);
  });

  it.each([
    "{$request.query.other}",
    "{$request.header.bad name}",
    "{$request.header.X-Callback\n}",
    "{$request.body#failedUrl}",
    "https://{$request.body#/user}/x",
    "{$request.body#/none}",
    "{$request.body#/successUrls}",
    "{$request.body#/constructor/name}",
    "{$request.body}",
    "{$response.query.queryUrl}",
    "{$request.path.eventType}",
    "{$else}",
    "{request.query.queryUrl}",
    "javascript:alert({$statusCode})",
    "file:///{$request.body#/host}",
    "https://",
    "",
  ])("%s is none", (expression) => {
    expect(callbackUrl(expression, exchange)).toBeUndefined();
  });

  it("is none where a pointer without a slash would be the whole of a body", () => {
    const request = { body: "https://clientdomain.com/whole" };
    expect(callbackUrl("{$request.body}", { ...exchange, request })).toBe(request.body);
    expect(callbackUrl("{$request.body#nope}", { ...exchange, request })).toBeUndefined();
  });

  it("is none as long as there is no answer that it needs", () => {
    const { response: _, statusCode: __, ...asked } = exchange;
    expect(callbackUrl("{$response.header.Location}", asked)).toBeUndefined();
    expect(callbackUrl("{$url}/{$statusCode}", asked)).toBeUndefined();
  });
});
