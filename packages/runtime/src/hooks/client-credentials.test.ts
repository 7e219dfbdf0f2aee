import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ConnectionError } from "../errors/connection-error.ts";
import { clientCredentials } from "./client-credentials.ts";

const given = {
  tokenUrl: "https://login.example.com/token",
  clientId: "me:too",
  clientSecret: "s3cr%t word",
};

/** A server of tokens: `token-1`, `token-2`, …, each for as long as is said. */
function tokens(seconds?: number): { fetch: ReturnType<typeof vi.fn<typeof fetch>> } {
  let count = 0;
  const answer = (): Response => {
    count += 1;
    return Response.json({ access_token: `token-${count}`, expires_in: seconds });
  };
  return { fetch: vi.fn<typeof fetch>(async () => answer()) };
}

describe("client credentials", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("are sent as HTTP Basic, form-encoded first", async () => {
    const { fetch } = tokens(60);
    const secret = clientCredentials({
      ...given,
      fetch,
      scopes: ["read", "write"],
      parameters: { audience: "books" },
    });
    expect(await secret()).toBe("token-1");
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe(given.tokenUrl);
    expect(init).toMatchObject({
      method: "POST",
      redirect: "manual",
      body: "grant_type=client_credentials&audience=books&scope=read+write",
      headers: { authorization: `Basic ${btoa("me%3Atoo:s3cr%25t%20word")}` },
    });
  });

  it("are sent in the body on request", async () => {
    const { fetch } = tokens(60);
    await clientCredentials({ ...given, fetch, sendIn: "body" })();
    const [, init] = fetch.mock.calls[0] ?? [];
    expect(init?.headers).not.toHaveProperty("authorization");
    expect(init?.body).toBe(
      "grant_type=client_credentials&client_id=me%3Atoo&client_secret=s3cr%25t+word",
    );
  });

  it("ask once for calls that come at the same time", async () => {
    const { fetch } = tokens(60);
    const secret = clientCredentials({ ...given, fetch });
    expect(await Promise.all([secret(), secret(), secret()])).toEqual(Array(3).fill("token-1"));
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each([
    { seconds: 3600, renewBefore: undefined, kept: 3569, renewed: 3571 },
    { seconds: 3600, renewBefore: 100, kept: 3499, renewed: 3501 },
    { seconds: 20, renewBefore: undefined, kept: 9, renewed: 11 },
    { seconds: undefined, renewBefore: undefined, kept: 269, renewed: 271 },
  ])("keep a token of $seconds s for $kept s", async ({ seconds, renewBefore, kept, renewed }) => {
    const { fetch } = tokens(seconds);
    const secret = clientCredentials({ ...given, fetch, ...(renewBefore && { renewBefore }) });
    await secret();
    vi.advanceTimersByTime(kept * 1_000);
    expect(await secret()).toBe("token-1");
    vi.advanceTimersByTime((renewed - kept) * 1_000);
    expect(await secret()).toBe("token-2");
  });

  it("ask again after a failure", async () => {
    const { fetch } = tokens(60);
    fetch.mockRejectedValueOnce(new Error("refused"));
    const secret = clientCredentials({ ...given, fetch });
    await expect(secret()).rejects.toBeInstanceOf(ConnectionError);
    expect(await secret()).toBe("token-1");
  });

  it.each([
    ["a refusal", () => Response.json({ error: given.clientSecret }, { status: 401 })],
    ["a redirect", () => new Response(null, { status: 302, headers: { location: "https://x" } })],
    ["no token", () => Response.json({ expires_in: 60 })],
    ["an empty token", () => Response.json({ access_token: "" })],
    ["a token of no time", () => Response.json({ access_token: "t", expires_in: -1 })],
    ["no JSON", () => new Response("<html>")],
    ["more than a token takes", () => new Response(`"${"a".repeat(2_000_000)}"`)],
    ["an error that quotes the secret", () => Promise.reject(new Error(given.clientSecret))],
  ])("tell of %s without the secret", async (_, answer) => {
    const fetch = async (): Promise<Response> => answer();
    const error: unknown = await clientCredentials({ ...given, fetch })().catch((one) => one);
    expect(error).toMatchObject({ name: "ConnectionError", isUnsent: true });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(given.clientSecret);
  });

  it.each([
    "http://login.example.com/token",
    "ftp://login.example.com",
    "http://127.0.0.1.evil.com",
  ])("are not sent to %s", (tokenUrl) => {
    expect(() => clientCredentials({ ...given, tokenUrl })).toThrow(/https:/);
  });

  it.each(["http://localhost:1/t", "http://127.0.0.1/t", "http://[::1]:8/t"])(
    "may be sent to %s",
    (tokenUrl) => {
      expect(() => clientCredentials({ ...given, tokenUrl })).not.toThrow();
    },
  );
});
