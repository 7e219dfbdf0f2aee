import { join } from "node:path";
import { expect, it } from "vitest";
import { main } from "../packages/generator/src/cli/main.ts";
import { captureIo } from "./helpers/io.ts";

it("the committed packages are what the spec gives", async () => {
  const io = captureIo(join(import.meta.dirname, ".."));
  const code = await main(["check", "--no-cache"], io);
  expect(io.text("stderr") + io.text("stdout")).toContain("Up to date");
  expect(code).toBe(0);
});
