import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compareTree, isSame } from "./compare.ts";
import { GENERATED_HEADER } from "./header.ts";
import { disk } from "./output-disk.ts";
import type { OutputDisk } from "./output-disk.ts";
import { createOutputTree } from "./output-tree.ts";
import { STAGING_FOLDER } from "./staging-folder.ts";
import type { OutputPlace, OutputTree } from "./output-tree.ts";
import { recover, writeTree } from "./write.ts";

let root = "";
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "specwright-write-")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const ours = (text: string): string => `${GENERATED_HEADER}\n\n${text}\n`;

function place(): OutputPlace {
  return { root, folders: ["a/src", "b"], owned: ["a/src", "b"], kept: [], extras: ["a/api.md"] };
}

const markdown = (text: string): string => `<!-- ${GENERATED_HEADER.slice(3)} -->\n${text}\n`;

function tree(files: Readonly<Record<string, string>>): OutputTree {
  return createOutputTree(place(), Object.entries(files));
}

const OLD = {
  "a/src/same.ts": ours("same"),
  "a/src/changed.ts": ours("old"),
  "a/src/deep/gone.ts": ours("gone"),
  "b/x/y/gone.ts": ours("gone"),
};
const FOREIGN = {
  "a/src/own.ts": "// mine\n",
  "b/x/own.ts": "// mine\n",
  "a/other.ts": ours("elsewhere"),
};
const NEW = {
  "a/api.md": markdown("report"),
  "a/src/same.ts": ours("same"),
  "a/src/changed.ts": ours("new"),
  "a/src/new/deep/file.ts": ours("added"),
  "b/x/new.ts": ours("added"),
};

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Every file below the root with its text, and every empty folder. */
function present(): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const found: Record<string, string> = {};
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(root.length + 1);
    if (entry.isFile()) found[name] = readFileSync(path, "utf8");
    else if (entry.isDirectory() && readdirSync(path).length === 0) found[`${name}/`] = "";
  }
  return found;
}

class Stopped extends Error {}

/** A disk whose process dies before its operation number `limit`, from 0. */
function dyingDisk(limit: number): OutputDisk {
  let count = 0;
  const counted =
    <A extends readonly unknown[]>(operation: (...args: A) => void) =>
    (...args: A): void => {
      if (count >= limit) throw new Stopped();
      count += 1;
      operation(...args);
    };
  return {
    ...disk,
    makeFolder: counted(disk.makeFolder),
    write: counted(disk.write),
    rename: counted(disk.rename),
    removeFile: counted(disk.removeFile),
    removeFolder: counted(disk.removeFolder),
  };
}

/** @returns True when the process died. */
function dies(work: () => void): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (error instanceof Stopped) return true;
    throw error;
  }
}

function generate(files: Readonly<Record<string, string>>, on: OutputDisk = disk): void {
  const wanted = tree(files);
  recover(wanted, on);
  writeTree(wanted, compareTree(wanted, on), on);
}

describe("writeTree", () => {
  it("brings the disk to what the tree says and leaves foreign files alone", () => {
    put({ ...OLD, ...FOREIGN });
    const comparison = compareTree(tree(NEW), disk);
    expect(comparison).toEqual({
      added: ["a/api.md", "a/src/new/deep/file.ts", "b/x/new.ts"],
      changed: ["a/src/changed.ts"],
      removed: ["a/src/deep/gone.ts", "b/x/y/gone.ts"],
      unchanged: ["a/src/same.ts"],
      foreign: [],
      linked: [],
    });
    generate(NEW);
    expect(present()).toEqual({ ...NEW, ...FOREIGN });
    expect(isSame(compareTree(tree(NEW), disk))).toBe(true);
  });

  it("writes into an empty place", () => {
    generate(NEW);
    expect(present()).toEqual(NEW);
  });

  it("removes a folder of output that becomes empty, but not the output folder itself", () => {
    put({ "b/one/two/x.ts": ours("x") });
    generate({ "a/src/x.ts": ours("x") });
    expect(present()).toEqual({ "a/src/x.ts": ours("x"), "b/": "" });
  });

  it("leaves the old or the new, never a mixture, wherever it is stopped", () => {
    const outcomes = new Set<string>();
    for (let limit = 0; ; limit += 1) {
      rmSync(root, { recursive: true, force: true });
      put({ ...OLD, ...FOREIGN });
      const wanted = tree(NEW);
      const comparison = compareTree(wanted, disk);
      if (!dies(() => writeTree(wanted, comparison, dyingDisk(limit)))) break;
      recover(wanted, disk);
      const state = JSON.stringify(sorted(present()));
      const expected = [OLD, NEW].map((files) => JSON.stringify(sorted({ ...files, ...FOREIGN })));
      expect(expected, `stopped before operation ${limit}`).toContain(state);
      outcomes.add(state);
    }
    expect(outcomes.size).toBe(2);
  });

  it("recovers also when the recovery itself is stopped", () => {
    for (let limit = 0; limit < 60; limit += 1) {
      for (let second = 0; second < 30; second += 3) {
        rmSync(root, { recursive: true, force: true });
        put({ ...OLD, ...FOREIGN });
        const wanted = tree(NEW);
        const comparison = compareTree(wanted, disk);
        if (!dies(() => writeTree(wanted, comparison, dyingDisk(limit)))) return;
        dies(() => void recover(wanted, dyingDisk(second)));
        recover(wanted, disk);
        const state = JSON.stringify(sorted(present()));
        const expected = [OLD, NEW].map((files) =>
          JSON.stringify(sorted({ ...files, ...FOREIGN })),
        );
        expect(expected, `stopped before ${limit}, then before ${second}`).toContain(state);
      }
    }
  }, 60_000);

  it("ends with the new when the next run simply goes on", () => {
    for (let limit = 0; limit < 40; limit += 1) {
      rmSync(root, { recursive: true, force: true });
      put({ ...OLD, ...FOREIGN });
      dies(() => generate(NEW, dyingDisk(limit)));
      generate(NEW);
      expect(present()).toEqual({ ...NEW, ...FOREIGN });
    }
  });
});

function sorted(files: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
}

describe("compareTree", () => {
  it("calls a file without our header foreign, and one with it changed", () => {
    put({
      "b/x.ts": "// mine\n",
      "b/y.ts": `${GENERATED_HEADER} And more.\n`,
      "b/z.ts": ours("z"),
    });
    const wanted = tree({ "b/x.ts": ours("1"), "b/y.ts": ours("2"), "b/z.ts": ours("3") });
    expect(compareTree(wanted, disk)).toMatchObject({
      foreign: ["b/x.ts", "b/y.ts"],
      changed: ["b/z.ts"],
    });
  });

  it("calls a folder and a link in the way foreign", () => {
    put({ "b/real.ts": ours("x"), "b/folder.ts/x.txt": "" });
    symlinkSync(join(root, "b/real.ts"), join(root, "b/link.ts"));
    const wanted = tree({
      "b/link.ts": ours("1"),
      "b/folder.ts": ours("2"),
      "b/real.ts": ours("x"),
    });
    expect(compareTree(wanted, disk)).toMatchObject({ foreign: ["b/folder.ts", "b/link.ts"] });
  });

  it("does not follow a link that leads out, neither to write nor to tidy", () => {
    const outside = realpathSync(mkdtempSync(join(tmpdir(), "specwright-outside-")));
    writeFileSync(join(outside, "stale.ts"), ours("stale"));
    mkdirSync(join(root, "a"), { recursive: true });
    symlinkSync(outside, join(root, "a/src"));
    mkdirSync(join(root, "b"));
    symlinkSync(outside, join(root, "b/inner"));
    const wanted = tree({ "a/src/x.ts": ours("x"), "b/inner/y.ts": ours("y") });
    expect(compareTree(wanted, disk)).toMatchObject({
      linked: ["a/src/x.ts", "b/inner/y.ts"],
      removed: [],
      added: [],
    });
    rmSync(outside, { recursive: true });
  });

  it("leaves alone what a narrowed run does not print", () => {
    put({
      "b/kept/x.ts": ours("x"),
      "b/stale.ts": ours("x"),
      "b/node_modules/x.ts": ours("x"),
      "b/.hidden/x.ts": ours("x"),
    });
    const narrowed = createOutputTree({ ...place(), kept: ["b/kept"] }, []);
    expect(compareTree(narrowed, disk).removed).toEqual(["b/stale.ts"]);
  });

  it("looks for stale files below an owned folder even when all around it is kept", () => {
    put({ "b/kept.ts": ours("x"), "b/own/stale.ts": ours("x") });
    const narrowed = createOutputTree({ ...place(), owned: ["b/own"], kept: ["b"] }, []);
    expect(compareTree(narrowed, disk).removed).toEqual(["b/own/stale.ts"]);
  });
});

describe("recover", () => {
  const journal = (folder: string, content: unknown): void =>
    put({ [`${folder}/${STAGING_FOLDER}/journal.json`]: JSON.stringify(content) });

  it("throws away what was staged without a decision", () => {
    put({
      ...OLD,
      [`b/${STAGING_FOLDER}/0`]: ours("half"),
      [`b/${STAGING_FOLDER}/journal.json.new`]: "{",
    });
    expect(recover(place(), disk)).toBe(false);
    expect(present()).toEqual(OLD);
  });

  it.each([
    ["a file without our header", { renames: [["b/S/0", "b/mine.ts"]], removals: ["b/mine.ts"] }],
    [
      "a file outside the output folders",
      { renames: [["b/S/0", "c/ours.ts"]], removals: ["c/ours.ts"] },
    ],
    [
      "a path that climbs",
      { renames: [["b/S/0", "b/../c/ours.ts"]], removals: ["b/../c/ours.ts", "b/../../x"] },
    ],
    ["an absolute path", { renames: [["b/S/0", "/tmp/x.ts"]], removals: ["/etc/passwd"] }],
    ["a file that was not staged", { renames: [["b/ours.ts", "b/moved.ts"]], removals: [] }],
    ["anything, when it is no journal", [1, 2]],
    ["anything, when its lists are none", { renames: "x", removals: 5 }],
    ["anything, when its items are none", { renames: [1, ["a"]], removals: [null, {}] }],
  ])("lets a journal from elsewhere neither move nor remove %s", (_name, content) => {
    const before = { "b/mine.ts": "// mine\n", "b/ours.ts": ours("ours"), "c/ours.ts": ours("c") };
    put({ ...before, [`b/${STAGING_FOLDER}/0`]: ours("evil") });
    const text = JSON.stringify(content).replaceAll("/S/", `/${STAGING_FOLDER}/`);
    journal("b", JSON.parse(text));
    recover(place(), disk);
    expect(present()).toEqual(before);
  });
});
