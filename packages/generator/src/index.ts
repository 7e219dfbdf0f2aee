export { defineConfig } from "./config/config.ts";
export type { Config, PackageConfig } from "./config/config.ts";
export type { TargetName } from "./config/targets.ts";
