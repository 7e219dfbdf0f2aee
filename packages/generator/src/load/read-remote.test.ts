import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ReadFile } from "./read-file.ts";
import { readSpec } from "./read-spec.ts";
import type { SpecInput } from "./read-spec.ts";
import { permissionFor } from "./remote/permission.ts";
import type { Remote } from "./remote/remote.ts";

const CWD = resolve("/project");

/** Files on the disk and on the network, by path below the folder or by address. */
type Files = Readonly<Record<string, string>>;

async function read(files: Files, input: Partial<SpecInput> = {}, hosts = ["example.com"]) {
  const reported: Diagnostic[] = [];
  const reads: string[] = [];
  const readFile: ReadFile = (path, isAllowed) => {
    const key = path.slice(CWD.length + 1).replaceAll("\\", "/");
    const text = files[key];
    if (text === undefined) return { kind: "missing" };
    if (!isAllowed(path)) return { kind: "outside" };
    reads.push(key);
    return { kind: "text", text };
  };
  const isPermitted = permissionFor(hosts);
  const remote: Remote = {
    isPermitted: (url) => isPermitted(new URL(url)),
    async read(url) {
      const text = files[url];
      if (text === undefined) return { kind: "failed", reason: "the server answered 404" };
      reads.push(url);
      const moved = url.replace("/moved/", "/here/");
      return { kind: "text", text, url: moved };
    },
  };
  const spec = await readSpec(
    { path: "spec/openapi.yaml", cwd: CWD, remote, ...input },
    readFile,
    (one) => reported.push(one),
  );
  return { spec, reads, codes: reported.map(({ code }) => code) };
}

const entry = (ref: string): string => `openapi: 3.2.0\nx: { $ref: ${JSON.stringify(ref)} }\n`;

describe("a document on the network", () => {
  it("is read where its host is allowed, and what it refers to from there", async () => {
    const { reads, codes } = await read({
      "spec/openapi.yaml": entry("https://example.com/api/a.yaml#/x"),
      "https://example.com/api/a.yaml": "x: { $ref: 'b/c.yaml' }",
      "https://example.com/api/b/c.yaml": "x: { $ref: '/d.yaml' }",
      "https://example.com/d.yaml": "x: { $ref: 'https://example.com/api/a.yaml' }",
    });
    expect(codes).toEqual([]);
    expect(reads).toEqual([
      "spec/openapi.yaml",
      "https://example.com/api/a.yaml",
      "https://example.com/api/b/c.yaml",
      "https://example.com/d.yaml",
    ]);
  });

  it.each([
    "https://other.test/a.yaml",
    "http://example.com/a.yaml",
    "https://user:password@example.com/a.yaml",
    "file:///project/spec/secret.yaml",
    "data:text/plain,a",
  ])("is not read at %s", async (ref) => {
    const { codes, reads } = await read({ "spec/openapi.yaml": entry(ref), [ref]: "a: 1" });
    expect(codes).toEqual(["remote-ref"]);
    expect(reads).toEqual(["spec/openapi.yaml"]);
  });

  it.each([
    ["../../spec/secret.yaml", "remote-failed"],
    ["/project/spec/secret.yaml", "remote-failed"],
    ["file:///project/spec/secret.yaml", "remote-ref"],
    ["https://other.test/a.yaml", "remote-ref"],
    ["//other.test/a.yaml", "remote-ref"],
  ])("does not lead to a local file or another host by %s", async (ref, code) => {
    const { codes, reads } = await read({
      "spec/openapi.yaml": entry("https://example.com/a.yaml"),
      "https://example.com/a.yaml": entry(ref),
      "spec/secret.yaml": "a: 1",
      "https://other.test/a.yaml": "a: 1",
    });
    expect(codes).toEqual([code]);
    expect(reads).toEqual(["spec/openapi.yaml", "https://example.com/a.yaml"]);
  });

  it("has its references start where a redirect led", async () => {
    const { reads } = await read({
      "spec/openapi.yaml": entry("https://example.com/moved/a.yaml"),
      "https://example.com/moved/a.yaml": entry("b.yaml"),
      "https://example.com/here/b.yaml": "a: 1",
    });
    expect(reads).toContain("https://example.com/here/b.yaml");
  });

  it("may be the entry document", async () => {
    const path = "https://example.com/openapi.yaml";
    const { spec, codes } = await read(
      { [path]: entry("https://example.com/openapi.yaml#/x") },
      { path },
    );
    expect(codes).toEqual([]);
    expect(spec?.entry).toBe(path);
  });

  it.each([
    ["https://other.test/openapi.yaml", "remote-input"],
    ["https://example.com/gone.yaml", "remote-failed"],
  ])("is no entry document at %s: %s", async (path, code) => {
    const { spec, codes } = await read({}, { path });
    expect(spec).toBeUndefined();
    expect(codes).toEqual([code]);
  });
});

describe("$self", () => {
  it("is the document itself, whatever its path", async () => {
    const { spec, codes } = await read({
      "spec/openapi.yaml": `$self: https://shop.test/openapi\n${entry("https://shop.test/openapi#/x")}`,
    });
    expect(codes).toEqual([]);
    const links = spec?.links.get("spec/openapi.yaml");
    expect(links?.get("https://shop.test/openapi")).toEqual({ file: "spec/openapi.yaml" });
  });

  it("leaves the files beside a local document in their place", async () => {
    const { reads } = await read({
      "spec/openapi.yaml": `$self: https://shop.test/openapi\n${entry("parts/a.yaml")}`,
      "spec/parts/a.yaml": "a: 1",
    });
    expect(reads).toEqual(["spec/openapi.yaml", "spec/parts/a.yaml"]);
  });

  it("leads to the network where that is allowed", async () => {
    const { reads } = await read({
      "spec/openapi.yaml": `$self: https://example.com/openapi\n${entry("parts/a.yaml")}`,
      "https://example.com/parts/a.yaml": "a: 1",
    });
    expect(reads).toEqual(["spec/openapi.yaml", "https://example.com/parts/a.yaml"]);
  });
});

describe("a folder beside that of the spec", () => {
  const files = { "spec/openapi.yaml": entry("../common/a.yaml"), "common/a.yaml": "a: 1" };

  it("is read where it is allowed", async () => {
    const { reads, codes } = await read(files, { folders: [resolve(CWD, "common")] });
    expect(codes).toEqual([]);
    expect(reads).toEqual(["spec/openapi.yaml", "common/a.yaml"]);
  });

  it("may be named by its absolute path", async () => {
    const ref = resolve(CWD, "common/a.yaml").replaceAll("\\", "/");
    const { codes } = await read(
      { ...files, "spec/openapi.yaml": entry(ref) },
      { folders: [resolve(CWD, "common")] },
    );
    expect(codes).toEqual([]);
  });

  it("is not read where another is allowed", async () => {
    const { codes } = await read(files, { folders: [resolve(CWD, "common2")] });
    expect(codes).toEqual(["outside-folder"]);
  });
});
