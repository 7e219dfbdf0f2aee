import type { Limits } from "./contract.ts";

/** The limits where none are given. */
export const defaultLimits: Limits = {
  bodyBytes: 1_048_576,
  urlLength: 8_192,
  parameters: 1_000,
  depth: 32,
  arrayLength: 10_000,
  parts: 1_000,
  headerLength: 16_384,
  bodyTime: 60_000,
};
