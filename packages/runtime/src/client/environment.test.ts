import { afterEach, describe, expect, it, vi } from "vitest";
import type { ApiDescriptor, ClientOptions } from "../contract.ts";
import { writeApiKey, writeBearer } from "../request/write-credentials.ts";
import { withEnvironment } from "./environment.ts";

const api: ApiDescriptor = {
  server: "https://api.example.com",
  security: {
    key: { type: "apiKey", in: "header", name: "X-Key", option: "apiKey", write: writeApiKey },
    token: { type: "http", scheme: "bearer", option: "token", write: writeBearer },
  },
  headerOptions: {},
  environment: { apiKey: "SHOP_API_KEY", token: "SHOP_TOKEN", baseUrl: "SHOP_BASE_URL" },
};

type Options = ClientOptions & { readonly apiKey?: string; readonly token?: string };

describe("options from the environment", () => {
  afterEach(() => void vi.unstubAllEnvs());

  it("fill what is not given", () => {
    vi.stubEnv("SHOP_API_KEY", "k");
    vi.stubEnv("SHOP_BASE_URL", "http://localhost:1");
    expect(withEnvironment<Options>(api, { timeout: 1 })).toEqual({
      timeout: 1,
      apiKey: "k",
      baseUrl: "http://localhost:1",
    });
  });

  it("do not replace what is given", () => {
    vi.stubEnv("SHOP_API_KEY", "k");
    expect(withEnvironment<Options>(api, { apiKey: "mine" })).toEqual({ apiKey: "mine" });
  });

  it("are no credentials where others are given", () => {
    vi.stubEnv("SHOP_API_KEY", "k");
    vi.stubEnv("SHOP_BASE_URL", "http://localhost:1");
    expect(withEnvironment<Options>(api, { token: "mine" })).toEqual({
      token: "mine",
      baseUrl: "http://localhost:1",
    });
  });

  it("are not there when empty", () => {
    vi.stubEnv("SHOP_API_KEY", "");
    expect(withEnvironment<Options>(api, {})).toEqual({});
  });

  it.each([undefined, null, 5, {}, { env: null }, { env: { SHOP_API_KEY: 5 } }])(
    "are not missed on a platform whose process is %j",
    (process) => {
      vi.stubGlobal("process", process);
      const options = withEnvironment<Options>(api, {});
      vi.unstubAllGlobals();
      expect(options).toEqual({});
    },
  );
});
