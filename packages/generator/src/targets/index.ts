import type { Target } from "../plan/target.ts";
import { client } from "./client/target.ts";
import { operations } from "./operations/target.ts";
import { schemas } from "./schemas/target.ts";
import { serverStubs } from "./server-stubs/target.ts";
import { validators } from "./validators/target.ts";

/** The built-in targets, in the order they build on each other. */
export const builtInTargets: readonly Target[] = [
  schemas,
  validators,
  operations,
  client,
  serverStubs,
];
