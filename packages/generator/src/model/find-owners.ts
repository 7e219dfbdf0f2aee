import { camelCase } from "../naming/casing.ts";
import { resourceNoun } from "../naming/nouns.ts";
import { plural } from "../naming/plural.ts";
import { singular } from "../naming/singular.ts";
import { words } from "../naming/words.ts";
import type { Owner, ResourceId, Schema, SchemaId } from "./api-model.ts";

/** A noun that schemas are printed under, word by word, and the owner it stands for. */
interface Noun {
  readonly owner: Owner;
  readonly words: readonly string[];
}

/**
 * The resource in whose file a schema is printed: the one whose noun is the longest beginning of its name, word by
 * word. So a schema moves only when a resource of its own family is added, never because someone else refers to it.
 *
 * A component with an identity and inline schemas of its own gets a file too, such as `PaymentIntent` with
 * `PaymentIntentStatus`: the alternative is one shared file that nobody can read.
 *
 * @param parents Components that have inline schemas.
 */
export function findOwners(
  resources: readonly ResourceId[],
  components: ReadonlyMap<SchemaId, Schema>,
  parents: ReadonlySet<SchemaId>,
): (id: SchemaId) => Owner {
  const own = resources.map((id) => ({ owner: id, words: stems(resourceNoun(id)) }));
  const entities = [...components].flatMap(([id, schema]) =>
    parents.has(id) && hasIdentity(schema)
      ? [{ owner: plural(camelCase(id)), words: stems(id) }]
      : [],
  );
  // Longest first. A resource stands before an entity of the same words: the sort is stable.
  const nouns: Noun[] = [...own, ...entities].sort((a, b) => b.words.length - a.words.length);
  return (id) => longestBeginning(id, nouns)?.owner ?? "shared";
}

function hasIdentity(schema: Schema): boolean {
  return (
    schema.kind === "object" &&
    schema.properties.some(({ name, required }) => name === "id" && required)
  );
}

function longestBeginning(id: SchemaId, nouns: readonly Noun[]): Noun | undefined {
  const said = stems(id);
  return nouns.find((noun) => noun.words.every((word, index) => said[index] === word));
}

// `EntitlementsFeature` is of `entitlements.features`, whose noun is `EntitlementFeature`.
function stems(name: string): string[] {
  return words(name).map((word) => singular(word.toLowerCase()));
}
