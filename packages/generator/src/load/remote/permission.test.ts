import { describe, expect, it } from "vitest";
import { parsePermission, permissionFor } from "./permission.ts";

const isPermitted = (host: string, url: string): boolean => permissionFor([host])(new URL(url));

describe("a permission", () => {
  it.each([
    ["example.com", "https://example.com/openapi.yaml"],
    ["EXAMPLE.com", "https://example.COM/openapi.yaml"],
    ["example.com", "https://example.com:443/"],
    ["example.com:8443", "https://example.com:8443/"],
    ["https://example.com", "https://example.com/a/b"],
    ["https://example.com/specs", "https://example.com/specs"],
    ["https://example.com/specs", "https://example.com/specs/a.yaml?x=1"],
    ["https://example.com/specs/", "https://example.com/specs/a.yaml"],
    ["https://example.com/specs/a.yaml", "https://example.com/specs/a.yaml"],
    ["localhost:8080", "http://localhost:8080/a"],
    ["http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a/b"],
    ["[::1]:8080", "http://[::1]:8080/"],
  ])("for %s covers %s", (host, url) => {
    expect(isPermitted(host, url)).toBe(true);
  });

  it.each([
    ["example.com", "http://example.com/"],
    ["http://example.com", "http://example.com/"],
    ["example.com", "https://example.com:8443/"],
    ["example.com", "https://www.example.com/"],
    ["example.com", "https://example.com.evil.test/"],
    ["example.com", "https://evil.test/example.com"],
    ["example.com", "https://user@example.com/"],
    ["example.com", "https://:secret@example.com/"],
    ["example.com", "https://example.com@evil.test/"],
    ["example.com", "ftp://example.com/"],
    ["example.com", "file://example.com/etc/passwd"],
    ["example.com", "data:text/plain,example.com"],
    ["https://example.com/specs", "https://example.com/specs2/a.yaml"],
    ["https://example.com/specs", "https://example.com/specs/../secret.yaml"],
    ["https://example.com/specs", "https://example.com/specs/%2e%2e/secret.yaml"],
    ["https://example.com/specs", "https://example.com/specs/..%2fsecret.yaml"],
    ["https://example.com/specs", "https://example.com/specs/..%5Csecret.yaml"],
    ["https://example.com/specs", "https://example.com/"],
    ["localhost:8080", "http://localhost:8081/"],
    ["127.0.0.1.evil.test", "http://127.0.0.1.evil.test/"],
    ["10.0.0.1", "http://10.0.0.1/"],
  ])("for %s does not cover %s", (host, url) => {
    expect(isPermitted(host, url)).toBe(false);
  });

  it.each([
    "",
    "*",
    "*.example.com",
    "a b",
    "file:///etc",
    "ftp://a",
    "https://",
    "https://u:p@a",
    "https://a/?q",
    "a/b",
    "-\n",
  ])("is not made of %j", (text) => {
    expect(parsePermission(text)).toBeUndefined();
  });
});
