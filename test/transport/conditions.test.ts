import { build } from "esbuild";
import { expect, it } from "vitest";

const PROGRAM = `
  import { connect } from "@specwright/runtime";
  export const transport = connect({ server: "https://api.example.com", security: {}, headerOptions: {} });
`;

/** What a bundler makes of a program under these conditions, in the order that the package has, not they. */
async function bundle(conditions: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: PROGRAM, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    write: false,
    logLevel: "silent",
    format: "esm",
    platform: "neutral",
    external: ["node:*"],
    conditions: ["@specwright/source", ...conditions],
  });
  return outputFiles[0]?.text ?? "";
}

it("node:http sends where Node.js loads the package", async () => {
  expect(await bundle(["node"])).toContain('from "node:http"');
});

// Most of them say `node` as well, for what they have of it.
it.each([
  ["no condition", []],
  ["a browser", ["browser"]],
  ["a browser's bundle for tests", ["browser", "node"]],
  ["workerd", ["workerd", "worker", "browser"]],
  ["workerd with what it has of Node.js", ["workerd", "node"]],
  ["a worker", ["worker", "node"]],
  ["an edge", ["edge-light", "node"]],
  ["React Native", ["react-native"]],
  ["Deno", ["deno", "node"]],
  ["Bun", ["bun", "node"]],
])("fetch sends for %s, and nothing of Node.js comes along", async (_, conditions) => {
  const code = await bundle(conditions);
  expect(code).toContain("globalThis.fetch");
  expect(code).not.toContain("node:");
});
