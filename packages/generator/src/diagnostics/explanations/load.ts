/** Files and their syntax. */
export const LOAD: Readonly<Record<string, string>> = {
  "input-not-found": `The entry document of the spec is not there. "input" in the configuration is relative to the folder
of the configuration file; --input is relative to the folder you are in.`,
  "input-unreadable": `The entry document is there but cannot be read: it is a folder, its permissions forbid it, or its
bytes are not text in UTF-8, or in UTF-16 with a byte order mark.`,
  "file-not-found": `A reference names a file that is not there. A relative reference starts at the folder of the file it
stands in, not at the entry document (RFC 3986, section 5).`,
  "file-unreadable": `A reference names a file that is there but cannot be read: it is a folder, its permissions forbid
it, or its bytes are not text in UTF-8.`,
  "file-too-large": `A file of the spec is larger than 64 MiB. The bound keeps a mistaken path from filling the memory.
Split the file and refer to its parts.`,
  "outside-folder": `A reference leads out of the folder of the entry document, by "..", by an absolute path or through
a symbolic link. A spec may come from strangers, so it is given its own folder and nothing else, unless another is allowed:
--allow-outside DIR, or "allow" in the configuration.`,
  "remote-ref": `A reference names a document on the network. Nothing is fetched without permission, so that the same spec
always gives the same code, and no spec makes requests in your name. Save the document beside the spec and refer to the file,
or allow its host: --allow-remote HOST, or "remote" in the configuration. Documents come by https, or by http from this very
machine; from a document on the network no reference leads to a local file.`,
  "remote-input": `The spec itself is on the network, at a host that is not allowed. See remote-ref.`,
  "remote-failed": `A document on the network is allowed but could not be fetched within 10 seconds: the server could not be
reached, answered with an error, or led on to a host that is not allowed, or more than five times.`,
  "invalid-syntax": `The text is not JSON, or not YAML. The place is where the text stopped making sense; the cause may
stand just before. Of several errors only the first is told, because the others often follow from it.`,
  "unsupported-syntax": `YAML can say things that JSON cannot: keys that are not strings, tags, dates, not-a-number,
several documents in one file. OpenAPI 3.1, section 4.3 asks for what both have in common.`,
  "duplicate-key": `The same key stands twice in one object. Parsers differ in which of the two they keep, so one of
them would be lost in silence.`,
  "too-deep": `Values are nested more than 512 levels deep, or a YAML alias holds itself. Move the inner parts to
components and refer to them.`,
  "too-many-aliases": `The aliases of a YAML file unfold to far more values than the file has characters. Use $ref, which
is followed without copying.`,
  "empty-file": `A file of the spec has no content.`,
  "not-an-object": `The entry document must be an OpenAPI Object (OpenAPI 3.1, section 4.8.1).`,
  "missing-version": `The document does not say which version of OpenAPI it follows. The field "openapi" is required
(OpenAPI 3.1, section 4.8.1).`,
  "unsupported-version": `Specwright reads OpenAPI 3.0, 3.1 and 3.2, and Swagger 2.0. The version is written whole and as a string: "3.1.0".`,
};
