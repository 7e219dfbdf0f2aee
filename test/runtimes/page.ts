import { runSuite } from "./suite.ts";

// A browser: the page comes from the server that the suite asks, and reports to it.
const outcomes = await runSuite(location.origin);
await fetch("/report", { method: "POST", body: JSON.stringify(outcomes) });
