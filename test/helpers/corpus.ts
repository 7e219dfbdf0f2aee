import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** A published OpenAPI document of somebody else: not part of this repository. */
export interface CorpusDocument {
  /** What tests call it. */
  readonly name: CorpusName;
  /** Absolute path of its entry file. */
  readonly path: string;
}

const root = join(import.meta.dirname, "../..");

/** Where the corpus lies: `SPECWRIGHT_CORPUS`, or `../shared/corpus` seen from the repository. */
const corpusFolder: string = resolve(root, process.env["SPECWRIGHT_CORPUS"] ?? "../shared/corpus");

/** Files of the corpus, by the name that tests use. */
const documents = {
  spotify: "documents/spotify.yml",
  figma: "documents/figma.yaml",
  clerk: "documents/clerk.yaml",
  openai: "documents/openai.yaml",
  digitalocean: "documents/digitalocean/DigitalOcean-public.v2.yaml",
  twilio: "documents/twilio-api-v2010.json",
  payments: "payments-api/2022-03-23.json",
} as const;

export type CorpusName = keyof typeof documents;

/**
 * Documents of the corpus, for `describe.skipIf(documents.length === 0)`. Where the corpus is absent, says loudly which
 * test leaves out what.
 *
 * @param reader The test that asks, for the line that tells of skipping.
 */
export function corpusDocuments(
  reader: string,
  names: readonly CorpusName[] = Object.keys(documents).filter(isCorpusName),
): readonly CorpusDocument[] {
  if (!existsSync(corpusFolder)) {
    console.warn(
      `SKIPPED: ${reader} judges ${names.join(", ")} only where the corpus is. ` +
        "Put it at ../shared/corpus, or name its folder in SPECWRIGHT_CORPUS.",
    );
    return [];
  }
  return names.map((name) => ({ name, path: join(corpusFolder, documents[name]) }));
}

/**
 * The folder of a test suite of others; `undefined` where the corpus is absent, of which it tells loudly.
 *
 * @param reader The test that asks.
 */
export function corpusSuite(
  reader: string,
  suite: "json-schema" | "openapi" | "uri-template",
): string | undefined {
  const folder = join(corpusFolder, "suites", suite);
  if (existsSync(folder)) return folder;
  console.warn(
    `SKIPPED: ${reader} plays the suite ${suite} only where the corpus is. ` +
      "Put it at ../shared/corpus, or name its folder in SPECWRIGHT_CORPUS.",
  );
  return undefined;
}

function isCorpusName(name: string): name is CorpusName {
  return Object.hasOwn(documents, name);
}

/** The description in `spec/`, which is always there. */
export const ownSpec: Pick<CorpusDocument, "path"> = { path: join(root, "spec/openapi.yaml") };
