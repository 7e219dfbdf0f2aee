#!/usr/bin/env node
import module from "node:module";

// Older versions of Node.js have no such cache.
module.enableCompileCache?.();
const { main } = await import("#cli");
process.exitCode = await main(process.argv.slice(2), process);
