import { nameCollision } from "../diagnostics/catalog/model.ts";
import type { Place, Report } from "../diagnostics/diagnostic.ts";
import { isDeclarable } from "./identifier.ts";

/** A name and those that are made from it; they are free together or not at all. */
export type Family = readonly [string, ...string[]];

/** Who has which name of the generated code. Every exported name is claimed here, so that no two are the same. */
export class Claims {
  readonly #owners = new Map<string, string>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  claim(owner: string, candidates: readonly string[], at?: Place): string {
    return this.claimFamily(
      owner,
      candidates.map((name) => [name]),
      at,
    );
  }

  /** Takes the first candidate of which every name is free, and gives its first name, after which the others are made. */
  claimFamily(owner: string, candidates: readonly Family[], at?: Place): string {
    const family = candidates.find((names) => names.every((name) => this.#isFree(name)));
    for (const name of family ?? []) this.#owners.set(name, owner);
    if (family) return family[0];
    const last = candidates.at(-1) ?? [owner];
    const taken = last.find((name) => !this.#isFree(name)) ?? last[0];
    this.#report(nameCollision(taken, this.#owners.get(taken) ?? "the runtime", owner, at));
    return last[0];
  }

  #isFree(name: string): boolean {
    return isDeclarable(name) && !this.#owners.has(name);
  }
}
