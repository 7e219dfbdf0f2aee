import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimsBelow, expectTest } from "./claims.ts";

/** What READMEs claim, each beside the test that shows it. */
const packages = join(import.meta.dirname, "../../packages");
const runtime = join(packages, "runtime/README.md");
const sandbox = join(packages, "sandbox/README.md");

describe.each([
  { heading: "Feature by feature", readme: runtime },
  { heading: "What never happens", readme: runtime },
  { heading: "What shows it", readme: sandbox },
])("the table $heading", ({ heading, readme }) => {
  const rows = claimsBelow(readme, heading);

  it("has rows", () => expect(rows.length).toBeGreaterThan(9));

  it.each(rows)("names a test that is there: $claim", (row) => expectTest(readme, row));
});
