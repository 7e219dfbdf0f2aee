import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readFileFromDisk } from "./read-file.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "specwright-read-")));
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);

writeFileSync(path("text.yaml"), "\ufeffé");
writeFileSync(path("latin1.yaml"), Buffer.from([0x61, 0xe9]));
writeFileSync(path("utf16.yaml"), Buffer.from("\ufeffé", "utf16le"));
writeFileSync(path("utf16be.yaml"), Buffer.from("\ufeffé", "utf16le").swap16());
writeFileSync(path("utf16bare.yaml"), Buffer.from("a: 1", "utf16le"));
writeFileSync(path("utf16odd.yaml"), Buffer.from([0xff, 0xfe, 0x61]));
writeFileSync(path("utf32.yaml"), Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]));
writeFileSync(path("empty.yaml"), "");
mkdirSync(path("folder"));
symlinkSync(path("text.yaml"), path("link.yaml"));
symlinkSync(path("nowhere"), path("dangling.yaml"));

describe("readFileFromDisk", () => {
  it.each([
    ["text.yaml", { kind: "text", text: "é" }],
    ["link.yaml", { kind: "text", text: "é" }],
    ["utf16.yaml", { kind: "text", text: "é" }],
    ["utf16be.yaml", { kind: "text", text: "é" }],
    ["utf16bare.yaml", { kind: "unreadable", reason: "it is not text in UTF-8" }],
    ["utf16odd.yaml", { kind: "unreadable", reason: "it is not text in UTF-8" }],
    ["utf32.yaml", { kind: "unreadable", reason: "it is not text in UTF-8" }],
    ["empty.yaml", { kind: "text", text: "" }],
    ["latin1.yaml", { kind: "unreadable", reason: "it is not text in UTF-8" }],
    ["folder", { kind: "unreadable", reason: "it is not a regular file" }],
    ["gone.yaml", { kind: "missing" }],
    ["dangling.yaml", { kind: "missing" }],
    ["text.yaml/below", { kind: "missing" }],
  ])("reads %s as %j", (name, expected) => {
    expect(readFileFromDisk(path(name), () => true)).toEqual(expected);
  });

  it("asks with the path behind every link, before it opens anything", () => {
    const asked: string[] = [];
    const read = readFileFromDisk(path("link.yaml"), (real) => {
      asked.push(real);
      return false;
    });
    expect(asked).toEqual([path("text.yaml")]);
    expect(read).toEqual({ kind: "outside" });
  });
});
