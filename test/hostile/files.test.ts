import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand, temporaryFolder, type Ran } from "../helpers/command.ts";

const SECRET = "root:x:0:0:secret";

/** A spec whose only schema is what `ref` leads to. */
const specWith = (ref: string): string =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Files", version: "1" },
    paths: { "/x": { get: { responses: { 204: { description: "x" } } } } },
    components: { schemas: { Other: { $ref: ref } } },
  });

/** A folder with a secret beside the spec's own, and things in that which are no files. */
function hostileFolder(): string {
  const home = temporaryFolder();
  const spec = join(home, "spec");
  mkdirSync(join(spec, "folder.yaml"), { recursive: true });
  writeFileSync(join(home, "secret.yaml"), `${SECRET}: [\n`);
  writeFileSync(join(spec, "line\nbreak.yaml"), "type: string\n");
  writeFileSync(join(spec, "large.yaml"), "");
  truncateSync(join(spec, "large.yaml"), 65 * 1024 * 1024);
  symlinkSync("../secret.yaml", join(spec, "link.yaml"));
  symlinkSync("..", join(spec, "up"));
  symlinkSync("/dev/zero", join(spec, "endless.yaml"));
  symlinkSync("loop.yaml", join(spec, "loop.yaml"));
  execFileSync("mkfifo", [join(spec, "pipe.yaml")]);
  return spec;
}

async function generate(spec: string, input = "openapi.json"): Promise<Ran> {
  return runCommand(["generate", "--input", input, "--output", "../out", "--no-cache"], spec);
}

const filesBelow = (folder: string): Set<string> =>
  new Set(readdirSync(folder, { recursive: true, encoding: "utf8" }));

const isUnix = process.platform !== "win32";

describe.runIf(isUnix)("a reference to a file", () => {
  it.each([
    ["../secret.yaml", "outside-folder"],
    ["./folder.yaml/../../secret.yaml", "outside-folder"],
    ["%2e%2e/secret.yaml", "outside-folder"],
    ["%2E%2E%2Fsecret.yaml", "outside-folder"],
    ["up/secret.yaml", "outside-folder"],
    ["link.yaml", "outside-folder"],
    ["/etc/passwd", "outside-folder"],
    ["endless.yaml", "outside-folder"],
    ["file:///etc/passwd", "remote-ref"],
    ["FILE:/etc/passwd", "remote-ref"],
    ["//server/share/x.yaml", "remote-ref"],
    ["C:\\x.yaml", "remote-ref"],
    ["data:text/yaml,type%3A%20string", "remote-ref"],
    ["\\\\server\\share\\x.yaml", "file-not-found"],
    ["..\\secret.yaml", "file-not-found"],
    ["..%5csecret.yaml", "file-not-found"],
    ["pipe.yaml", "file-unreadable"],
    ["folder.yaml", "file-unreadable"],
    ["loop.yaml", "file-unreadable"],
    ["large.yaml", "file-too-large"],
    [`${"x".repeat(5000)}.yaml`, "file-unreadable"],
    [`${"x/".repeat(5000)}y.yaml`, "file-not-found"],
  ])("%s ends in %s, and shows nothing of what is there", async (ref, code) => {
    const spec = hostileFolder();
    writeFileSync(join(spec, "openapi.json"), specWith(ref));
    const ran = await generate(spec);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(` error ${code}\n`);
    expect(ran.stderr + ran.stdout).not.toContain("root:");
    expect(readdirSync(join(spec, ".."))).toEqual(["secret.yaml", "spec"]);
  });

  it("may have a line break in its name, which stays out of messages and of names", async () => {
    const spec = hostileFolder();
    writeFileSync(join(spec, "openapi.json"), specWith("line%0abreak.yaml"));
    const ran = await generate(spec);
    expect(ran.code).toBe(0);
    expect(ran.stdout).not.toContain("line\nbreak");
    expect(readFileSync(join(spec, "../out/schemas/shared.ts"), "utf8")).toContain("Other");
  });

  it.each(["pipe.yaml", "folder.yaml", "endless.yaml", "loop.yaml", "large.yaml"])(
    "is no way to hang: %s as the entry document",
    async (input) => {
      const { code, stderr } = await generate(hostileFolder(), input);
      expect([2, 3]).toContain(code);
      expect(stderr).toMatch(/^error (?:input-unreadable|file-too-large)$/m);
    },
  );
});

describe.runIf(isUnix)("an output folder", () => {
  async function firstRun(): Promise<{ spec: string; out: string }> {
    const spec = join(temporaryFolder(), "spec");
    mkdirSync(spec);
    writeFileSync(
      join(spec, "openapi.json"),
      specWith("#/components/schemas/Plain").replace(
        '"Other"',
        '"Plain":{"type":"object"},"Other"',
      ),
    );
    expect((await generate(spec)).code).toBe(0);
    return { spec, out: join(spec, "../out") };
  }

  it("keeps the former output whole when the spec has errors", async () => {
    const { spec, out } = await firstRun();
    const before = filesBelow(out);
    writeFileSync(join(spec, "openapi.json"), specWith("#/gone"));
    expect((await generate(spec)).code).toBe(2);
    expect(filesBelow(out)).toEqual(before);
  });

  it("is not left through a link inside of it", async () => {
    const { spec, out } = await firstRun();
    const elsewhere = temporaryFolder();
    rmSync(join(out, "schemas"), { recursive: true });
    symlinkSync(elsewhere, join(out, "schemas"));
    const { code, stderr } = await generate(spec);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/^error linked-output$/m);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it("keeps the files that the tool did not write, and those that only look so behind a link", async () => {
    const { spec, out } = await firstRun();
    const elsewhere = join(temporaryFolder(), "old.ts");
    const stale = readFileSync(join(out, "schemas/index.ts"), "utf8");
    writeFileSync(elsewhere, stale);
    writeFileSync(join(out, "schemas/mine.ts"), "export const mine = 1;\n");
    writeFileSync(join(out, "schemas/stale.ts"), stale);
    symlinkSync(elsewhere, join(out, "schemas/linked.ts"));
    expect((await generate(spec)).code).toBe(0);
    const left = readdirSync(join(out, "schemas"));
    expect(left).toContain("mine.ts");
    expect(left).toContain("linked.ts");
    expect(left).not.toContain("stale.ts");
    expect(readFileSync(elsewhere, "utf8")).toBe(stale);
  });
});
