// The same faults once more, by `fetch`: on Node.js a client asks it where somebody has put another in its place. A tenth of the calls
// is enough to see that it makes no difference; `SPECWRIGHT_FAULTS` goes for both.
process.env["SPECWRIGHT_FAULTS"] ??= "1000";
const { fetch } = globalThis;
globalThis.fetch = (...request) => fetch(...request);

await import("./faults.test.ts");
