import { defineConfig } from "vitest/config";

// Workspace packages resolve to `src/`: tests need no build, and a failing line is a line of the source.
// Not `module`: what packages offer by it is for bundlers, and Node.js cannot always load it.
const conditions = ["@specwright/source", "node", "development|production"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Vitest would leave one core idle; where there are two, that is half of them.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: { name: "units", include: ["packages/*/src/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "behaviour",
          include: ["test/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          typecheck: {
            enabled: true,
            include: ["test/**/*.test-d.ts"],
            tsconfig: "./test/tsconfig.json",
          },
        },
      },
    ],
  },
});
