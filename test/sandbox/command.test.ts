import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../helpers/command.ts";
import { SandboxCommand, type CommandOptions } from "../helpers/sandbox-command.ts";
import { findProgram } from "../runtimes/programs.ts";

// The command as its users run it: a process of its own that is asked over the network and stopped by signals.

const root = join(import.meta.dirname, "../..");
const TICKETS = join(import.meta.dirname, "tickets.yaml");

function command(line: string, options: CommandOptions = {}): SandboxCommand {
  return new SandboxCommand([TICKETS, "--port", "0", ...words(line)], options);
}

function words(line: string): string[] {
  return line.split(" ").filter((word) => word !== "");
}

async function post(url: string, body: unknown): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
  const text = await response.text();
  return text === "" ? {} : JSON.parse(text);
}

async function titles(url: string): Promise<unknown[]> {
  const list: unknown = await (await fetch(`${url}/tickets`)).json();
  return Array.isArray(list) ? list.map((one) => Object(one).title) : [];
}

describe("specwright sandbox", () => {
  it("prints where it listens, behaves like the API, and shows its page", async () => {
    const started = command("");
    const url = await started.url();
    const { id } = await post(`${url}/tickets`, { title: "Broken lamp" });
    const found = await (await fetch(`${url}/tickets/${String(id)}`)).json();
    expect(found).toMatchObject({ id, title: "Broken lamp" });
    expect(await (await fetch(`${url}/_sandbox/`)).text()).toContain("Tickets");
    started.child.kill("SIGTERM");
    const { code, stdout, stderr } = await started.ended;
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      `Tickets: ${url}\nRequests as they come: ${url}/_sandbox/\nStop with Ctrl+C.\n`,
    );
  });

  it("serves the spec of the configuration where none is named", async () => {
    const cwd = temporaryFolder();
    writeFileSync(
      join(cwd, "specwright.config.json"),
      JSON.stringify({
        input: "api.yaml",
        packages: [{ name: "mine", dir: "out", targets: { client: "." } }],
      }),
    );
    writeFileSync(
      join(cwd, "api.yaml"),
      'openapi: 3.1.0\ninfo: { title: Mine, version: "1" }\npaths: {}\n',
    );
    const started = new SandboxCommand(["--port", "0"], { cwd });
    await started.url();
    started.child.kill("SIGTERM");
    expect((await started.ended).stdout).toMatch(/^Mine: http:/);
  });

  it("prints its address alone, or as JSON, for programs", async () => {
    for (const [line, expected] of [
      ["--quiet", /^http:\/\/127\.0\.0\.1:\d+\n$/],
      ["--reporter json", /^\{"command":"sandbox","url":"http:\/\/127\.0\.0\.1:\d+"\}\n$/],
    ] as const) {
      const started = command(line);
      await new Promise((resolve) => started.child.stdout?.once("data", resolve));
      started.child.kill("SIGTERM");
      expect((await started.ended).stdout).toMatch(expected);
    }
  });

  it("tells of every option in its help", async () => {
    const { code, stdout, stderr } = await new SandboxCommand(["--help"]).ended;
    expect([code, stderr]).toEqual([0, ""]);
    const options = words(
      "--input --port --host --seed --store --key-hours --latency --faults --webhook-url --webhook-secret " +
        "--overlay --include --exclude --allow-remote --allow-outside --config --reporter --quiet --debug",
    );
    for (const option of options)
      expect(stdout).toMatch(new RegExp(`^ +(?:-\\w, )?${option}\\b`, "m"));
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "answers what is in flight when it gets %s, and ends",
    async (signal) => {
      const started = command("");
      const url = await started.url();
      const slow = fetch(`${url}/tickets`, { headers: { "sandbox-latency": "400" } });
      await sleep(150);
      started.child.kill(signal);
      expect((await slow).status).toBe(200);
      expect((await started.ended).code).toBe(0);
      await expect(fetch(`${url}/tickets`)).rejects.toThrow();
    },
  );

  it("makes the same ids and times for the same seed in another process", async () => {
    const run = async (seed: string): Promise<unknown> => {
      const started = new SandboxCommand(
        words(`${join(root, "spec/openapi.yaml")} --port 0 --seed ${seed}`),
      );
      const url = await started.url();
      const made = [];
      for (const amount of [100, 200]) {
        const response = await fetch(`${url}/v1/plans`, {
          method: "POST",
          headers: { authorization: "Bearer sk_test_123" },
          body: new URLSearchParams({
            currency: "usd",
            interval: "month",
            product: "prod_1",
            amount: String(amount),
          }),
        });
        made.push(await response.json());
      }
      started.child.kill("SIGTERM");
      return made;
    };
    const [first, second, other] = await Promise.all([run("a"), run("a"), run("b")]);
    expect(first).toMatchObject([{ object: "plan" }, { object: "plan" }]);
    expect(second).toEqual(first);
    expect(other).not.toEqual(first);
  }, 60_000);

  it("resets, seeds, gives a snapshot and loads it in another process", async () => {
    const url = await command("").url();
    await post(`${url}/_sandbox/seed`, { "/tickets": [{ title: "Seeded" }] });
    await post(`${url}/tickets`, { title: "Made" });
    const snapshot: unknown = await (await fetch(`${url}/_sandbox/snapshot`)).json();
    await post(`${url}/_sandbox/reset`, {});
    expect(await titles(url)).toEqual([]);
    const other = await command("").url();
    await post(`${other}/_sandbox/load`, snapshot);
    expect(await titles(other)).toEqual(["Made", "Seeded"]);
  });

  it("finds in its file what an earlier process was given", async () => {
    const line = `--store ${join(temporaryFolder(), "state.sqlite")}`;
    const first = command(line);
    await post(`${await first.url()}/tickets`, { title: "Kept" });
    first.child.kill("SIGTERM");
    expect((await first.ended).code).toBe(0);
    expect(await titles(await command(line).url())).toEqual(["Kept"]);
  });
});

describe("specwright sandbox ends with what is wrong, and how to mend it", () => {
  const fails = async (started: SandboxCommand): Promise<readonly [number, string]> => {
    const { code, stdout, stderr } = await started.ended;
    expect(stdout).toBe("");
    expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
    return [code, stderr];
  };

  it("where its port is taken", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const port = String(Object(server.address()).port);
    const [code, stderr] = await fails(new SandboxCommand([TICKETS, "--port", port]));
    expect(code).toBe(3);
    expect(stderr).toContain(`Cannot listen on 127.0.0.1, port ${port}: it is taken.`);
    expect(stderr).toContain("--port 0 takes any that is free");
  });

  it.each([
    ["an unknown option", "--prot 1", /Unknown option '--prot'\.\n +hint did you mean "--port"\?/],
    ["a port that is none", "--port 99999", /It must be a number from 0 to 65535/],
    ["a latency that is none", "--latency soon", /"soon" is no latency: give milliseconds/],
    ["a fault that is none", "--faults 200", /"200" is no fault: give a status/],
    ["a time that is none", "--key-hours 0", /It must be a number from 1/],
    ["an address that is none", "--webhook-url ftp://x", /"ftp:\/\/x" is no address for webhooks/],
    ["a secret without an address", "--webhook-secret x", /give both/],
    ["a host that is not here", "--host 203.0.113.7", /this machine has no such address/],
  ])("for %s", async (_, line, message) => {
    const [code, stderr] = await fails(command(line));
    expect(code).toBe(3);
    expect(stderr).toMatch(message);
  });

  it("for a spec that is missing", async () => {
    const started = new SandboxCommand(["nothing.yaml"], { cwd: temporaryFolder() });
    const [code, stderr] = await fails(started);
    expect(code).toBe(3);
    expect(stderr).toContain('The spec "nothing.yaml" does not exist.');
  });

  it("for a spec with errors, by file, line and column", async () => {
    const cwd = temporaryFolder();
    const text = `openapi: 3.1.0
info: { title: Bad, version: "1" }
paths:
  /things:
    get:
      responses:
        "200":
          $ref: "#/components/responses/Missing"
`;
    writeFileSync(join(cwd, "bad.yaml"), text);
    const [code, stderr] = await fails(new SandboxCommand(["bad.yaml"], { cwd }));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^bad\.yaml:8:17 error unresolved-ref$/m);
  });

  it.each<[string, (folder: string) => string, RegExp]>([
    [
      "is no database",
      (folder) => {
        const file = join(folder, "notes.sqlite");
        writeFileSync(file, "Dear diary, this is no database. ".repeat(50));
        return file;
      },
      /notes\.sqlite" cannot be used as a store: file is not a database\./,
    ],
    [
      "is a folder",
      (folder) => {
        mkdirSync(join(folder, "state.sqlite"));
        return join(folder, "state.sqlite");
      },
      /state\.sqlite" cannot be used as a store: unable to open database file\./,
    ],
    [
      "lies in a folder that is missing",
      (folder) => join(folder, "nowhere", "state.sqlite"),
      /state\.sqlite" cannot be used as a store: unable to open database file\./,
    ],
    [
      "another version has written",
      (folder) => {
        const file = join(folder, "old.sqlite");
        const database = new DatabaseSync(file);
        database.exec("PRAGMA user_version = 999");
        database.close();
        return file;
      },
      /old\.sqlite" was written by another version of the sandbox\./,
    ],
    ["has another ending", (folder) => join(folder, "state.txt"), /state\.txt" is no store/],
  ])("for a store that %s", async (_, make, message) => {
    const [code, stderr] = await fails(command(`--store ${make(temporaryFolder())}`));
    expect(code).toBe(3);
    expect(stderr).toMatch(message);
    expect(stderr).toContain("hint name another file with --store, or leave it out");
  });

  const old = findProgram("node-20");

  it.skipIf(old === undefined)("for a file as store on a Node.js that has no SQLite", async () => {
    const file = join(temporaryFolder(), "state.sqlite");
    const [code, stderr] = await fails(command(`--store ${file}`, { node: old ?? "" }));
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /needs node:sqlite, which Node\.js 20\.[\d.]+ does not have; 22\.18 and newer do/,
    );
    expect(stderr).toContain("then all is kept in memory");
  });
});
