import { execFile, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { SuiteServer } from "./server.ts";

/** What a runtime is started with. */
export interface Start {
  readonly program: string;
  /** A folder of its own, with `main.mjs` and `worker.mjs`. */
  readonly folder: string;
  readonly server: SuiteServer;
}

/** Runs the suite in a program that takes a script; gives what it printed. */
export async function runScript(
  { program, folder, server }: Start,
  options: readonly string[] = [],
): Promise<unknown> {
  const argv = [...options, join(folder, "main.mjs"), server.origin];
  const printed = await new Promise<string>((resolve, reject) => {
    execFile(program, argv, { cwd: folder, timeout: 60_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
  return JSON.parse(printed);
}

/** Runs the suite in a worker of workerd. */
export async function runWorker({ program, folder, server }: Start): Promise<unknown> {
  const port = await freePort();
  writeFileSync(join(folder, "config.capnp"), configuration(port));
  const worker = spawn(program, ["serve", "config.capnp"], { cwd: folder, stdio: "inherit" });
  try {
    const url = `http://127.0.0.1:${port}/?origin=${encodeURIComponent(server.origin)}`;
    return await (await patiently(() => fetch(url))).json();
  } finally {
    worker.kill();
  }
}

const configuration = (port: number): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "suite", worker = (
      modules = [(name = "worker", esModule = embed "worker.mjs")],
      compatibilityDate = "2026-01-01",
      globalOutbound = "network",
    )),
    (name = "network", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "suite")],
);
`;

/** Runs the suite in a page of a headless Chromium. */
export async function runPage({ program, folder, server }: Start): Promise<unknown> {
  const options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"];
  const profile = `--user-data-dir=${join(folder, "profile")}`;
  const argv = [...options, profile, `${server.origin}/`];
  const browser = spawn(program, argv, { stdio: "ignore" });
  const ended = new Promise<never>((_, reject) => {
    browser.on("error", reject);
    browser.on("exit", (code) => reject(new Error(`the browser ended with ${String(code)}`)));
  });
  try {
    return await Promise.race([server.reported, ended]);
  } finally {
    ended.catch(() => undefined);
    browser.kill();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

/** Asks until somebody answers, for some seconds. */
async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
