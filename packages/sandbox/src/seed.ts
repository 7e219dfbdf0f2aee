import type { Call } from "./behave/world.ts";
import { makeObject } from "./behave/create.ts";
import type { Engine } from "./engine.ts";
import { isObject, type JsonObject, member } from "./json.ts";
import type { Collection, OperationPlan } from "./plan/api-plan.ts";
import { sample } from "./schema/minimal.ts";

/** Objects by resource, `"quotes"`, or by path, `"/v1/quotes"`; what one leaves out is filled as when it is created. */
export type Seeds = Readonly<Record<string, readonly JsonObject[]>>;

/** Puts in what the API itself makes, and nobody can create: one example of each. */
export function seedGiven(engine: Engine): void {
  engine.store.atomically(() => {
    for (const collection of engine.plan.collections.values()) {
      const { schema, example, isCreatable, idProperty } = collection;
      if (isCreatable || !schema || !isRead(collection, engine)) continue;
      const [there] = engine.store.newest(collection.id);
      if (there) continue;
      const value = sample(schema, engine.schemas, example);
      const id = member(value, idProperty);
      if (!isObject(value) || (typeof id !== "string" && typeof id !== "number")) continue;
      const sequence = engine.store.next("sequence");
      engine.store.put({
        collection: collection.id,
        id: String(id),
        parents: null,
        sequence,
        value,
        isDeleted: false,
      });
    }
  });
}

function isRead({ id }: Collection, { plan }: Engine): boolean {
  const kinds = plan.operations
    .filter(({ collection }) => collection === id)
    .map(({ deed }) => deed.kind);
  return kinds.includes("retrieve") || kinds.includes("list") || kinds.includes("act");
}

/**
 * Puts objects in as if they had been created.
 *
 * @throws {TypeError} for a name that is no collection of the API, and for what is no object.
 */
export function seed(seeds: Seeds, engine: Engine): void {
  engine.store.atomically(() => {
    for (const [name, objects] of Object.entries(seeds)) {
      if (!Array.isArray(objects)) throw new TypeError(`"${name}" must be a list of objects.`);
      for (const object of objects) seedObject(name, object, engine);
    }
  });
}

function seedObject(name: string, given: unknown, engine: Engine): void {
  if (!isObject(given)) throw new TypeError(`"${name}" must be a list of objects.`);
  const plan = creationOf(name, engine);
  const collection = plan && engine.plan.collections.get(plan.collection);
  if (!collection) throw new TypeError(`"${name}" is no resource that the sandbox keeps.`);
  const call: Call = { plan, id: undefined, parents: [], params: {}, given, path: collection.id };
  const id = member(given, collection.idProperty);
  const wanted = typeof id === "string" || typeof id === "number" ? String(id) : undefined;
  const stored = makeObject(call, collection, wanted, engine.world());
  engine.store.put({ ...stored, parents: null });
}

/** The operation that makes such objects; where there is none, another that answers with one. */
function creationOf(name: string, { plan }: Engine): OperationPlan | undefined {
  const own = plan.operations.filter(
    ({ operation, collection }) =>
      collection === name || operation.id.slice(0, -(operation.name.length + 1)) === name,
  );
  return (
    own.find(({ deed }) => deed.kind === "create") ?? own.find(({ deed }) => deed.kind !== "make")
  );
}
