import { bounded } from "./bounded.ts";
import { digest } from "./digest.ts";
import { isDeclarable } from "./identifier.ts";

/** A name and those that are made from it; they are free together or not at all. */
export type Family = readonly [string, ...string[]];

/** Makes the family of a name. */
export type MakeFamily = (name: string) => Family;

const alone: MakeFamily = (name) => [name];

/** Who has which name of the generated code. Every exported name is claimed here, so that no two are the same. */
export class Claims {
  readonly #taken = new Set<string>();

  /**
   * Takes the first candidate of which every name is free. Where none is, a digest of the owner makes the last one its
   * own: so a name never hangs on how many others wanted it.
   *
   * @param owner What the name is for; no other owner has the same text.
   */
  claim(owner: string, candidates: Family, family: MakeFamily = alone): string {
    const wanted = candidates.map((name) => bounded(name));
    const name =
      wanted.find((one) => this.#isFree(family(one))) ?? this.#own(owner, wanted, family);
    for (const member of family(name)) this.#taken.add(member);
    return name;
  }

  #own(owner: string, wanted: readonly string[], family: MakeFamily): string {
    let name = wanted.at(-1) ?? "unnamed";
    while (!this.#isFree(family(name))) name += digest(owner);
    return name;
  }

  #isFree(family: Family): boolean {
    return family.every((name) => isDeclarable(name) && !this.#taken.has(name));
  }
}
