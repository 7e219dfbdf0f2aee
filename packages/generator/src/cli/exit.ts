/** Exit codes: what a caller may rely on. */
export const EXIT = {
  done: 0,
  difference: 1,
  specErrors: 2,
  usage: 3,
  bug: 70,
} as const;
