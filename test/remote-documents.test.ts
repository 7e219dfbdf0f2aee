import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./helpers/command.ts";

const frame = 'openapi: 3.1.0\ninfo: { title: Shop API, version: "1" }\n';
const answer = (ref: string): string =>
  `paths: { /coupons: { get: { operationId: coupons.list, responses: { "200": { description: All., content: { application/json: { schema: { $ref: "${ref}" } } } } } } } }\n`;

let server: Server;
let host = "";
let coupon = "string";
let requests = 0;

beforeAll(async () => {
  server = createServer(({ url, headers }, response) => {
    requests += 1;
    if (url === "/openapi.yaml") response.end(frame + answer("schemas.yaml#/Coupon"));
    else if (headers["x-key"] === "wrong") response.writeHead(403).end();
    else response.end(`Coupon: { type: object, properties: { name: { type: ${coupon} } } }\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A folder with a spec that refers to a document on the network. */
function project(): { cwd: string; env: Record<string, string>; ref: string } {
  const cwd = temporaryFolder();
  const ref = `http://${host}/schemas.yaml#/Coupon`;
  writeFileSync(join(cwd, "spec.yaml"), frame + answer(ref));
  return { cwd, env: { XDG_CACHE_HOME: join(cwd, "cache") }, ref };
}

const LINE = "generate --input spec.yaml --output out --target schemas".split(" ");

describe("a document on the network", () => {
  it("is not asked for without permission", async () => {
    const { cwd, ref } = project();
    const before = requests;
    const { code, stderr } = await runCommand(LINE, cwd);
    expect(code).toBe(2);
    expect(stderr).toContain(`"${ref}" is not in a local file`);
    expect(stderr).toContain("--allow-remote");
    expect(requests).toBe(before);
  });

  it("is read in every run, so that a change there is seen", async () => {
    const { cwd, env } = project();
    const line = [...LINE, "--allow-remote", host];
    expect((await runCommand(line, cwd, env)).code).toBe(0);
    const check = ["check", ...line.slice(1)];
    expect((await runCommand(check, cwd, env)).code).toBe(0);
    coupon = "integer";
    expect((await runCommand(check, cwd, env)).code).toBe(1);
    coupon = "string";
  });

  it("has its own lines in messages", async () => {
    const { cwd } = project();
    coupon = "strin";
    const { code, stderr } = await runCommand([...LINE, "--allow-remote", host], cwd);
    coupon = "string";
    expect(code).toBe(0);
    expect(stderr).toContain(`http://${host}/schemas.yaml:1:53 warning unknown-value`);
  });

  it("may be the whole spec", async () => {
    const cwd = temporaryFolder();
    const url = `http://${host}/openapi.yaml`;
    const line = [
      "generate",
      "--input",
      url,
      "--output",
      "out",
      "--allow-remote",
      `http://${host}`,
    ];
    expect(await runCommand(line, cwd)).toMatchObject({ code: 0, stderr: "" });
    expect(readdirSync(join(cwd, "out/schemas"))).toContain("coupons.ts");
    const bundle = await runCommand(["bundle", url, "--allow-remote", host], cwd);
    expect(bundle).toMatchObject({ code: 0, stderr: "" });
    expect(bundle.stdout).toContain("#/components/schemas/Coupon");
    const lint = await runCommand(["lint", url, "--allow-remote", host], cwd);
    expect(lint.stderr).toContain(`${url}:`);
    expect(lint.stderr).not.toMatch(/resolve/i);
  });

  it("gets the headers that the configuration gives for its host, and no message shows them", async () => {
    const { cwd } = project();
    const config = {
      input: "spec.yaml",
      packages: [{ dir: "out", targets: { schemas: "." } }],
      remote: { hosts: [host], headers: { [host]: { "x-key": "wrong" } } },
    };
    writeFileSync(join(cwd, "specwright.config.json"), JSON.stringify(config));
    const { code, stderr } = await runCommand(["generate"], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain("the server answered 403");
    expect(stderr).not.toContain("wrong");
  });

  it.each([
    [{ hosts: ["*"] }, "remote.hosts[0]"],
    [{ hosts: "example.com" }, "remote.hosts"],
    [{}, "remote.hosts"],
    [{ hosts: [], headers: { "example.com": { "a b": "c" } } }, "remote.headers.example.com"],
    [{ hosts: [], headers: { "example.com": { a: "c\r\nd: e" } } }, "remote.headers.example.com.a"],
    [{ hosts: [], headers: { "https://example.com": {} } }, "remote.headers"],
  ])("is not configured by %j", async (remote, path) => {
    const { cwd } = project();
    const packages = [{ dir: "out", targets: { schemas: "." } }];
    const text = JSON.stringify({ input: "spec.yaml", packages, remote });
    writeFileSync(join(cwd, "specwright.config.json"), text);
    const { code, stderr } = await runCommand(["generate"], cwd);
    expect(code).toBe(3);
    expect(stderr).toContain(path);
  });

  it("is not allowed by what is no host", async () => {
    const { code, stderr } = await runCommand([...LINE, "--allow-remote", "*"], temporaryFolder());
    expect(code).toBe(3);
    expect(stderr).toContain("must be a host");
  });
});

describe("a folder beside that of the spec", () => {
  const lines = (cwd: string): { spec: string; write: (type: string) => void } => {
    mkdirSync(join(cwd, "api"));
    mkdirSync(join(cwd, "common"));
    writeFileSync(join(cwd, "api/spec.yaml"), frame + answer("../common/schemas.yaml#/Coupon"));
    const write = (type: string): void =>
      writeFileSync(join(cwd, "common/schemas.yaml"), `Coupon: { type: ${type} }\n`);
    write("string");
    return { spec: "api/spec.yaml", write };
  };

  it("is read where the command line allows it, and its files are watched like others", async () => {
    const cwd = temporaryFolder();
    const { spec, write } = lines(cwd);
    const env = { XDG_CACHE_HOME: join(cwd, "cache") };
    const line = ["generate", "--input", spec, "--output", "out"];
    const refused = await runCommand(line, cwd, env);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("--allow-outside") });
    const allowed = [...line, "--allow-outside", "common"];
    expect((await runCommand(allowed, cwd, env)).code).toBe(0);
    const check = ["check", ...allowed.slice(1)];
    expect((await runCommand(check, cwd, env)).code).toBe(0);
    write("integer");
    expect((await runCommand(check, cwd, env)).code).toBe(1);
  });

  it("may be allowed by the name of a link to it", async () => {
    const cwd = temporaryFolder();
    const { spec } = lines(cwd);
    symlinkSync(join(cwd, "common"), join(cwd, "shared"));
    writeFileSync(join(cwd, spec), frame + answer("../shared/schemas.yaml#/Coupon"));
    const line = ["bundle", spec, "--allow-outside"];
    expect((await runCommand([...line, "shared"], cwd)).code).toBe(0);
    expect((await runCommand([...line, "elsewhere"], cwd)).code).toBe(2);
  });

  it("is allowed by the configuration as well", async () => {
    const cwd = temporaryFolder();
    const { spec } = lines(cwd);
    const packages = [{ dir: "out", targets: { schemas: "." } }];
    const text = JSON.stringify({ input: spec, packages, allow: ["common"] });
    writeFileSync(join(cwd, "specwright.config.json"), text);
    for (const command of ["generate", "bundle"]) {
      expect((await runCommand([command], cwd)).code, command).toBe(0);
    }
  });
});
