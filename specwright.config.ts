import { defineConfig } from "@specwright/generator";

export default defineConfig({
  input: "spec/openapi.yaml",
  packages: [
    {
      name: "@specwright/generated-client",
      dir: "packages/generated-client/src",
      targets: {
        schemas: "schemas",
        validators: "validators",
        operations: "operations",
        client: ".",
      },
      surface: "packages/generated-client/api-surface.md",
      readme: "packages/generated-client/README.md",
    },
    {
      name: "@specwright/generated-server-stubs",
      dir: "packages/generated-server-stubs/src",
      targets: { "server-stubs": "." },
      surface: "packages/generated-server-stubs/api-surface.md",
      readme: "packages/generated-server-stubs/README.md",
    },
  ],
  mend: "pnpm generate",
});
