export type { SpecExamples } from "@specwright/generator/reading";
export { parseFaults, parseLatency, type Trouble } from "./http/faults.ts";
export type { Listening } from "./http/listen.ts";
export type { LoggedRequest } from "./http/request-log.ts";
export type { Delivery, WebhookTarget } from "./http/webhooks.ts";
export type { SandboxOptions } from "./options.ts";
export { createSandbox, type Sandbox } from "./sandbox.ts";
export type { Seeds } from "./seed.ts";
export type { Remembered, Snapshot, Stored } from "./state/store.ts";
