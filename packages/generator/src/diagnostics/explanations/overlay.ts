/** Why the codes of `catalog/overlay.ts` are reported. */
export const OVERLAY: Readonly<Record<string, string>> = {
  "wrong-overlay": `The file is no Overlay of version 1.0 or 1.1, or one of its actions cannot be carried out (Overlay 1.0,
section 4.4).`,
  "overlay-without-match": `An action selects nothing in the document. It was written for one that said more, so going on would
hide that it no longer does anything.`,
  "overlay-not-found": `An overlay is named on the command line or in the configuration, and there is no such file.`,
  "wrong-selector": `What is included or excluded is told by tag:NAME, path:/GLOB (* within a segment, ** across them),
operation:ID (an operationId, or METHOD and path), schema:NAME, or the word deprecated.`,
  "selector-without-match": `A selector of --include or --exclude fits nothing in the document.`,
};
