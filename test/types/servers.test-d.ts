import { describe, expectTypeOf, it } from "vitest";
import {
  bookshopServer,
  type BookshopServers,
  connectBookshop,
} from "../golden/bookshop/expected/index.ts";

const url = "https://{region}.bookshop.example/api";

describe("the servers of an API", () => {
  it("are known by their URLs, and their variables by name", () => {
    expectTypeOf(bookshopServer(url, { region: "us" })).toBeString();
    expectTypeOf<keyof BookshopServers>().toEqualTypeOf<typeof url>();
    connectBookshop({ baseUrl: bookshopServer(url) });
    // @ts-expect-error no such server
    void (() => bookshopServer("https://bookshop.example"));
    // @ts-expect-error no such variable
    void (() => bookshopServer(url, { country: "us" }));
    // @ts-expect-error a variable is text
    void (() => bookshopServer(url, { region: 1 }));
  });
});
