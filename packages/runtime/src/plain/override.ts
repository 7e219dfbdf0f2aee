/** Puts what is given into the place of what is not; `undefined` is not given. */
export function override<Settings extends object>(settings: Settings, given: object): Settings {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...settings, ...Object.fromEntries(entries) };
}
