import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { disk } from "./output-disk.ts";
import { replaceFile } from "./replace-file.ts";

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "specwright-replace-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(path(name), "utf8");

describe("replaceFile", () => {
  it("adds a file, and the folders it lies in", () => {
    expect(replaceFile(path("a/b/c.yaml"), "new", disk)).toBe("added");
    expect(read("a/b/c.yaml")).toBe("new");
    expect(readdirSync(path("a/b"))).toEqual(["c.yaml"]);
  });

  it("puts another file in the place of one that says something else", () => {
    writeFileSync(path("c.yaml"), "old");
    const { ino } = statSync(path("c.yaml"));
    expect(replaceFile(path("c.yaml"), "new", disk)).toBe("changed");
    expect(read("c.yaml")).toBe("new");
    expect(statSync(path("c.yaml")).ino).not.toBe(ino);
    expect(readdirSync(folder)).toEqual(["c.yaml"]);
  });

  it("touches nothing when the text is there already", () => {
    writeFileSync(path("c.yaml"), "same");
    const { ino, mtimeMs } = statSync(path("c.yaml"));
    expect(replaceFile(path("c.yaml"), "same", disk)).toBe("unchanged");
    expect(statSync(path("c.yaml"))).toMatchObject({ ino, mtimeMs });
  });

  it("follows a link, which stays one", () => {
    mkdirSync(path("real"));
    writeFileSync(path("real/c.yaml"), "old");
    symlinkSync("real/c.yaml", path("link.yaml"));
    expect(replaceFile(path("link.yaml"), "new", disk)).toBe("changed");
    expect(disk.kind(path("link.yaml"))).toBe("other");
    expect(read("real/c.yaml")).toBe("new");
  });

  it.each(["write", "rename"] as const)(
    "leaves the old file and no other when %s fails",
    (step) => {
      writeFileSync(path("c.yaml"), "old");
      const broken = {
        ...disk,
        [step]: (first: string, second: string) => {
          // A full disk: the file is there, and only a part of it.
          if (step === "write") writeFileSync(first, second.slice(0, 1));
          throw new Error("no space left");
        },
      };
      expect(() => replaceFile(path("c.yaml"), "new", broken)).toThrow("no space left");
      expect(read("c.yaml")).toBe("old");
      expect(readdirSync(folder)).toEqual(["c.yaml"]);
    },
  );
});
