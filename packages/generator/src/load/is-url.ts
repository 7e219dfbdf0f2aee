/** Tells whether the path of a file is the address of one on the network. */
export function isUrl(path: string): boolean {
  return /^https?:\/\//i.test(path);
}
