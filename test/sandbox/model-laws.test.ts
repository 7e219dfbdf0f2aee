import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sandbox } from "@specwright/sandbox";
import { temporaryFolder } from "../helpers/command.ts";
import {
  create,
  type Made,
  paramsOf,
  parentsOf,
  resources,
  walk,
} from "../helpers/payments-crud.ts";
import { call, type Crud, paymentsSandbox, pathWith } from "../helpers/sandbox.ts";

// Whatever is done to a resource, in whatever order, it is what a list of objects would be, from which pages are read while
// others write. `SPECWRIGHT_LAWS=1000` makes that many histories of each resource.
const RUNS = { numRuns: Number(process.env["SPECWRIGHT_LAWS"] ?? 3) };

/** What is done to a resource. `at`: to which of the objects that are there. */
type Step =
  | { readonly kind: "create" }
  | { readonly kind: "update" | "delete"; readonly at: number }
  | { readonly kind: "walk"; readonly limit: number; readonly meanwhile: readonly Write[] };
type Write = Exclude<Step, { readonly kind: "walk" }>;

const at = fc.nat(9);
const write: fc.Arbitrary<Write> = fc.oneof(
  fc.constant({ kind: "create" as const }),
  fc.record({ kind: fc.constant("update" as const), at }),
  fc.record({ kind: fc.constant("delete" as const), at }),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: write },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("walk" as const),
        limit: fc.integer({ min: 1, max: 4 }),
        meanwhile: fc.array(write, { maxLength: 4 }),
      }),
    },
  ),
  { minLength: 4, maxLength: 14 },
);

/** A resource, and what it ought to hold. */
class History {
  readonly #sandbox: Sandbox;
  readonly #crud: Crud;
  readonly #parents: readonly string[];
  /** Newest first. */
  #there: readonly Made[] = [];
  #last: Made;

  constructor(sandbox: Sandbox, crud: Crud, parents: readonly string[], first: Made) {
    this.#sandbox = sandbox;
    this.#crud = crud;
    this.#parents = parents;
    this.#there = [first];
    this.#last = first;
  }

  async do(step: Step): Promise<void> {
    if (step.kind === "walk") return this.#walk(step.limit, step.meanwhile);
    if (step.kind === "create") {
      this.#last = await create(this.#sandbox, this.#crud.create, this.#parents);
      this.#there = [this.#last, ...this.#there];
      return;
    }
    const one = this.#there[step.at % Math.max(1, this.#there.length)];
    if (one && step.kind === "update") await this.#update(one);
    if (one && step.kind === "delete") await this.#remove(one);
  }

  async #update(one: Made): Promise<void> {
    const { update } = this.#crud;
    if (!update) return;
    const target = `POST ${pathWith(update, [...this.#parents, one.id])}`;
    const first = await call(this.#sandbox, target, paramsOf(update));
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    expect((await call(this.#sandbox, target, paramsOf(update))).body).toEqual(first.body);
    const changed = { ...first.body, id: one.id };
    this.#there = this.#there.map((other) => (other === one ? changed : other));
  }

  async #remove(one: Made): Promise<void> {
    const { remove, retrieve } = this.#crud;
    if (!remove) return;
    const ids = [...this.#parents, one.id];
    const gone = await call(this.#sandbox, `DELETE ${pathWith(remove, ids)}`);
    expect(gone).toMatchObject({ status: 200, body: { id: one.id, deleted: true } });
    for (const line of [`GET ${pathWith(retrieve, ids)}`, `DELETE ${pathWith(remove, ids)}`]) {
      expect((await call(this.#sandbox, line)).status).toBe(404);
    }
    this.#there = this.#there.filter((other) => other !== one);
  }

  async #walk(limit: number, meanwhile: readonly Write[] = []): Promise<void> {
    const { list } = this.#crud;
    if (!list) return;
    const before = this.#there.map(({ id }) => id);
    const rest = [...meanwhile];
    const between = async (): Promise<void> => {
      const next = rest.shift();
      if (next) await this.do(next);
    };
    const listed = await walk(this.#sandbox, list, this.#parents, this.#last, limit, between);
    expect(new Set(listed).size).toBe(listed.length);
    // What was there all the time is listed once, in its order; what is gone before the walk, never.
    const stayed = before.filter((id) => this.#there.some((one) => one.id === id));
    expect(listed.filter((id) => stayed.includes(id))).toEqual(stayed);
    if (meanwhile.length === 0) {
      expect(listed.slice(0, before.length)).toEqual(before);
    }
  }

  /** Everything is as it ought to be. */
  async check(): Promise<void> {
    const { retrieve } = this.#crud;
    for (const one of this.#there) {
      const line = `GET ${pathWith(retrieve, [...this.#parents, one.id])}`;
      expect(await call(this.#sandbox, line)).toMatchObject({ status: 200, body: one });
    }
    await this.#walk(3);
  }
}

const STORES = {
  memory: () => "memory",
  "a file": () => join(temporaryFolder(), "state.sqlite"),
};

describe.each(Object.entries(STORES))("kept in %s", (_, store) => {
  it.each(resources.map((crud) => [crud.name, crud] as const))(
    "%s: any history ends as that of a list of objects does",
    async (_name, crud) => {
      const sandbox = await paymentsSandbox({ store: store() });
      await fc.assert(
        fc.asyncProperty(steps, async (history) => {
          sandbox.reset();
          const parents = await parentsOf(sandbox, crud.create);
          const first = await create(sandbox, crud.create, parents);
          const trial = new History(sandbox, crud, parents, first);
          for (const step of history) await trial.do(step);
          await trial.check();
        }),
        RUNS,
      );
      await sandbox.close();
    },
  );
});
