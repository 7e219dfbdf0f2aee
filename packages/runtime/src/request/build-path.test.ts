import { expect, it } from "vitest";
import { buildPath } from "./build-path.ts";

const operation = {
  id: "reviews.get",
  method: "GET",
  path: "/books/{book}/reviews/{review}.json",
  parameters: [{ name: "book", in: "path", key: "bookId" }],
  responses: [],
  security: [],
} as const;

it("has the values of its parameters, by their keys, and of those that nobody has described, by name", () => {
  const input = { bookId: "a/b", review: 7, book: "no" };
  expect(buildPath(operation, input)).toBe("/books/a%2Fb/reviews/7.json");
});

it.each([{ bookId: "a" }, { review: 7 }, { bookId: "..", review: 7 }, { bookId: "", review: 7 }])(
  "is none without them: %j",
  (input) => {
    expect(() => buildPath(operation, input)).toThrow(TypeError);
  },
);

it("is none where it is the expression of a callback", () => {
  const callback = { ...operation, path: "{$request.body#/url}", parameters: [] };
  expect(() => buildPath(callback, { url: "https://a.example" })).toThrow(TypeError);
});
