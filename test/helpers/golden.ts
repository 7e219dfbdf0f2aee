/** `pnpm golden:update` sets this; nothing else may change expected files, continuous integration least of all. */
export function updatesGolden(): boolean {
  return process.env["SPECWRIGHT_UPDATE_GOLDEN"] === "1" && process.env["CI"] === undefined;
}
