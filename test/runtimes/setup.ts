import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { home, PACKAGES } from "./programs.ts";

// Fetches the other runtimes: some 600 MB, so that nobody does who has not asked. No script of theirs is run.
mkdirSync(home, { recursive: true });
writeFileSync(
  join(home, "package.json"),
  JSON.stringify({ private: true, dependencies: PACKAGES }),
);
const options = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
execFileSync("npm", options, { cwd: home, stdio: "inherit" });
