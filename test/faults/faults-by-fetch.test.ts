// The same faults once more, by `fetch`: on Node.js a client asks it where somebody has put another in its place.
const { fetch } = globalThis;
globalThis.fetch = (...request) => fetch(...request);

await import("./endings.test.ts");
await import("./leftovers.test.ts");
await import("./posts.test.ts");
