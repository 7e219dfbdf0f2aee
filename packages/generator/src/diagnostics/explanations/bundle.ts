/** Bundles. */
export const BUNDLE: Readonly<Record<string, string>> = {
  "bundle-too-large": `What has no place among the components, such as a Path Item or an Operation, is put where the
reference to it stands. Parts that hold each other several times grow with every step, without bound.`,
  "output-is-no-file": `--output names a folder, or something else that is not a file. "specwright bundle" writes one
file, JSON or YAML by its name.`,
  "output-is-input": `--output names a file that the bundle is made of. Writing it would destroy the source, perhaps
through a link with another name.`,
};
