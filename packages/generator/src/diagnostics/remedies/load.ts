import type { Remedies } from "./remedy.ts";

/** Files, their syntax, references between them, and overlays. */
export const LOAD_REMEDIES: Remedies = {
  "input-not-found": {
    fix: "Correct the path. From the command line it starts at the folder you are in.",
    example: "specwright generate --input spec/openapi.yaml --output out",
  },
  "input-unreadable": {
    fix: "Name a file, make it readable, and save it as UTF-8.",
    example: "iconv -f latin1 -t utf-8 old.yaml > openapi.yaml",
  },
  "file-not-found": {
    fix: "Correct the path; it starts at the folder of the file that the reference stands in.",
    example: `In paths/coupons.yaml:
  $ref: schemas/coupon.yaml      looks for paths/schemas/coupon.yaml
  $ref: ../schemas/coupon.yaml   looks for schemas/coupon.yaml`,
  },
  "file-unreadable": {
    fix: "Name a file, make it readable, and save it as UTF-8.",
    example: "chmod a+r schemas/coupon.yaml",
  },
  "file-too-large": {
    fix: "Split the file into several, and refer from one to the other.",
    example: "paths: { /coupons: { $ref: paths/coupons.yaml } }",
  },
  "outside-folder": {
    fix: "Move the file below the folder of the entry document, or allow its folder.",
    example: "specwright generate --allow-outside ../shared",
  },
  "remote-ref": {
    fix: "Save the document beside the spec and refer to the file, or allow its host.",
    example: "specwright generate --allow-remote schemas.example.com",
  },
  "remote-input": {
    fix: "Allow the host, or save the document and name the file.",
    example:
      "specwright generate --input https://example.com/openapi.yaml --allow-remote example.com",
  },
  "remote-failed": {
    fix: "Look whether the address answers, and whether it needs headers of yours.",
    example: 'remote: { hosts: ["example.com"], headers: { "example.com": { authorization: … } } }',
  },
  "invalid-syntax": {
    fix: "Look at the place and just before it: for a quote, a bracket, or an indentation.",
    example: `description: Terms: see below     two colons make two keys of it
description: "Terms: see below"   is one text`,
  },
  "unsupported-syntax": {
    fix: "Use only what JSON has, and put in quotes what is meant as text.",
    example: `version: 2024-01-01 # with a tag of its own, !date
version: "2024-01-01"`,
  },
  "duplicate-key": {
    fix: "Remove or rename one of the two, or put what both hold under one.",
    example: `/coupons: { get: … }
/coupons: { post: … }              is lost, or loses the first
/coupons: { get: …, post: … }`,
  },
  "too-deep": {
    fix: "Move the inner parts to components and refer to them.",
    example: 'schema: { $ref: "#/components/schemas/Tree" }',
  },
  "too-many-aliases": {
    fix: "Replace the aliases by references.",
    example: `schema: *coupon
schema: { $ref: "#/components/schemas/Coupon" }`,
  },
  "empty-file": {
    fix: "Fill the file, or name another one.",
    example: `openapi: 3.1.0
info: { title: Shop API, version: "1" }
paths: {}`,
  },
  "not-an-object": {
    fix: "Let the file begin with its fields, not with a list or a text.",
    example: "openapi: 3.1.0",
  },
  "missing-version": {
    fix: "Say which version of OpenAPI the document follows, in its first line.",
    example: "openapi: 3.1.0",
  },
  "unsupported-version": {
    fix: "Write the version whole and as a text.",
    example: `openapi: 3.1     is a number
openapi: 3.1.0   is a text`,
  },
  "no-counterpart": {
    fix: "Read what is done instead; if that is wrong, write this part as OpenAPI 3 has it.",
    example: `collectionFormat: tsv
collectionFormat: csv`,
  },
  "upgrade-too-large": {
    fix: "Convert the document to OpenAPI 3 and let components hold what is shared.",
    example: 'content: { application/json: { schema: { $ref: "#/components/schemas/Coupon" } } }',
  },
  "unresolved-ref": {
    fix: "Correct the reference, or add what it names.",
    example: `$ref: "#/components/schemas/Cupon"
$ref: "#/components/schemas/Coupon"`,
  },
  "invalid-ref": {
    fix: "Write a text: a file, then # and a pointer that begins with a slash.",
    example: `$ref: { name: Coupon }
$ref: "#/components/schemas/Coupon"`,
  },
  "circular-ref": {
    fix: "Let one of them say something itself.",
    example: `A: { $ref: "#/components/schemas/B" }
B: { $ref: "#/components/schemas/A" }   leads back
B: { type: string }                     ends it`,
  },
  "wrong-overlay": {
    fix: "Write what Overlay 1.0 asks for: its version, info, and a list of actions.",
    example: `overlay: 1.0.0
info: { title: Ours, version: "1" }
actions: [{ target: $.info, update: { title: Our API } }]`,
  },
  "overlay-without-match": {
    fix: "Correct the target, or remove the action.",
    example: `target: $.path['/coupons']
target: $.paths['/coupons']`,
  },
  "overlay-not-found": {
    fix: "Correct the path of the overlay.",
    example: "specwright generate --overlay overlays/ours.yaml",
  },
  "wrong-selector": {
    fix: "Begin with what is selected: tag, path, operation or schema.",
    example: "specwright generate --include tag:Coupons --exclude 'path:/internal/**'",
  },
  "selector-without-match": {
    fix: "Correct the name, or remove the selector.",
    example: "specwright generate --include tag:Coupons",
  },
};
