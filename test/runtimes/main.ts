import { runSuite } from "./suite.ts";

// Node.js, Bun and Deno: the origin is the argument, the outcomes go to standard output.
console.log(JSON.stringify(await runSuite(process.argv[2] ?? "")));
