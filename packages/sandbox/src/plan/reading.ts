import type { ApiModel, Operation } from "@specwright/generator/reading";
import type { Schemas } from "../schema/schemas.ts";
import { type Answer, answerOf, hasId } from "./answers.ts";
import { grouped, Groups } from "./groups.ts";
import { collectionPath, joined, type PathParts, pathParts } from "./paths.ts";

/** An operation, and what its path and its answer say. */
export interface Reading {
  readonly operation: Operation;
  readonly parts: PathParts;
  /** Path of the collection, with `{}` for parameters. */
  readonly path: string;
  readonly answer: Answer;
}

/** All operations of an API, read together: what stands at one path tells what another one means. */
export interface Readings {
  readonly all: readonly Reading[];
  /** The readings at a path, by the path with `{}` for each parameter. */
  at(path: string): readonly Reading[];
  /** The collection that a path belongs to. */
  collection(path: string): string;
}

export function readOperations(model: ApiModel, schemas: Schemas): Readings {
  const operations = model.resources.flatMap((resource) => resource.operations);
  const all = operations.map((operation) => readOperation(operation, schemas));
  const byPath = grouped(all, ({ parts }) => joined(parts.segments));
  const groups = groupsOf(all, schemas);
  return {
    all,
    at: (path) => byPath.get(path) ?? [],
    collection: (path) => groups.of(path),
  };
}

function readOperation(operation: Operation, schemas: Schemas): Reading {
  const parts = pathParts(operation.path);
  const last = parts.segments.findLast((segment) => !segment.includes("{}")) ?? "";
  const mayBeList = operation.method === "GET" && !parts.isItem;
  return {
    operation,
    parts,
    path: collectionPath(parts),
    answer: answerOf(operation, last, mayBeList, schemas),
  };
}

/** Paths that answer with one schema, which has an id, lead to the same objects. */
function groupsOf(all: readonly Reading[], schemas: Schemas): Groups {
  const groups = new Groups();
  const owners = new Map<string, string>();
  const held = new Map<string, string>();
  // Lists and items first: an action's path must not give a collection its name.
  const isFirm = ({ parts, answer, operation }: Reading): boolean =>
    answer.kind === "list" || (parts.isItem && operation.method === "GET");
  for (const reading of all.filter(isFirm)) {
    const { name, entity } = reading.answer;
    if (name === undefined || !entity || !hasId(entity, schemas)) continue;
    held.set(reading.path, name);
    const owner = owners.get(name);
    // What a parent's objects hold is not what the others hold: lists of parts stay apart.
    if (owner === undefined) owners.set(name, reading.path);
    else groups.join(owner, reading.path);
  }
  for (const { answer, path, operation } of all) {
    const owner = answer.name === undefined ? undefined : owners.get(answer.name);
    const isWrite = operation.method !== "GET" && answer.kind === "object";
    // `PUT /teams/{team}/members` may answer with the team: its members are members still.
    const isOthers = held.has(path) && held.get(path) !== answer.name;
    if (owner !== undefined && isWrite && !isOthers) groups.join(owner, path);
  }
  return groups;
}
