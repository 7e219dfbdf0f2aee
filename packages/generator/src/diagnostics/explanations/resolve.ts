/** References. */
export const RESOLVE: Readonly<Record<string, string>> = {
  "unresolved-ref": `A reference leads to nothing: a name is misspelt, or what it names was removed. In a pointer "/" is
written "~1" and "~" is written "~0" (RFC 6901, section 3).`,
  "invalid-ref": `"$ref" is not a string, or what stands behind its "#" is not a pointer (RFC 6901, section 3).`,
  "circular-ref": `References lead from one to the next and back to the first, without any value in between. A schema
that contains itself in a property or an array is no such circle and is fine.`,
};
