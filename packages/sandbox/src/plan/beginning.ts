import { member } from "../json.ts";
import type { Schemas } from "../schema/schemas.ts";
import { plainLiteral } from "../schema/scalars.ts";
import { objectOf } from "./answers.ts";
import type { Collection, OperationPlan } from "./api-plan.ts";
import { plainName } from "./paths.ts";
import { STATES } from "./verbs.ts";

/** States that objects begin in, whatever the API; the likeliest first. */
const BEGINNINGS = [
  "draft",
  "new",
  "created",
  "open",
  "pending",
  "queued",
  "incomplete",
  "requiresinput",
  "initialized",
  "active",
  "enabled",
  "processing",
  "running",
  "ready",
  "unsubmitted",
  "needsresponse",
];

/** The collection with the state that its objects begin in: the one of the documented creation, else one that no action leads to. */
export function withBeginning(
  collection: Collection,
  operations: readonly OperationPlan[],
  schemas: Schemas,
): Collection {
  const object = collection.schema && objectOf(collection.schema, schemas);
  const property = object?.properties.find(({ name }) => STATES.includes(name));
  const content = property && schemas.content(property.schema);
  if (!property || content?.kind !== "literal" || content.values.length < 2) return collection;
  const { name } = property;
  const own = operations.filter((operation) => operation.collection === collection.id);
  const reached = new Set(
    own
      .flatMap(({ deed }) => (deed.kind === "act" ? deed.moves : []))
      .filter(({ path }) => path[0] === name)
      .map(({ value }) => value),
  );
  const creation = own.find(({ deed }) => deed.kind === "create");
  const shown = [creation?.example, collection.example].map((example) => member(example, name));
  const states = content.values.map(plainLiteral).filter((value) => typeof value === "string");
  const free = states.filter((state) => !reached.has(state));
  const likely = BEGINNINGS.flatMap(
    (word) => free.find((state) => plainName(state) === word) ?? [],
  );
  const options = [
    ...shown.filter((state) => !reached.has(String(state))),
    ...likely,
    ...free,
    ...shown,
  ];
  const state = options.find((option) => typeof option === "string" && states.includes(option));
  return state === undefined ? collection : { ...collection, beginning: { [name]: state } };
}
