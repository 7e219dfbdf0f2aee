import { join } from "node:path";
import { expect, it } from "vitest";
import { runCommand } from "../helpers/command.ts";

it("the linter finds nothing to mend in spec/", async () => {
  const root = join(import.meta.dirname, "../..");
  const { code, stdout, stderr } = await runCommand(["lint"], root);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^Nothing to mend: 3\d\d files /);
});
