import type { Schemas } from "../schema/schemas.ts";
import type { Deed } from "./api-plan.ts";
import { hasId } from "./answers.ts";
import { joined, plainName } from "./paths.ts";
import type { Reading, Readings } from "./reading.ts";
import { movesOf } from "./verbs.ts";

/** A deed before lists and actions are worked out, and the collection that it is about. */
export interface DeedRead {
  readonly kind: Deed["kind"];
  readonly collection: string;
  /** How many segments of the path lead to the object; absent where no parameter names it. */
  readonly idAt?: number;
  readonly verb?: string;
}

/** What an operation does, told by method, path, answer and what else there is at these paths. */
export function readDeed(reading: Reading, readings: Readings, schemas: Schemas): DeedRead {
  const { parts, path } = reading;
  const collection = readings.collection(path);
  if (!parts.isItem) return staticDeed(reading, collection, readings, schemas);
  return (
    linkDeed(reading, readings) ?? {
      kind: itemDeed(reading),
      collection,
      idAt: parts.segments.length - 1,
    }
  );
}

/** `DELETE /agents/{agent}/functions/{function}` that answers with the agent changes the agent: there is nothing else to be found. */
function linkDeed(reading: Reading, readings: Readings): DeedRead | undefined {
  const { parts, operation, path } = reading;
  const isSeen = [...readings.at(path), ...readings.at(`${path}/{}`)].some(
    (one) => one.operation.method === "GET",
  );
  if (operation.method === "GET" || isSeen) return undefined;
  const above = { ...parts, segments: parts.segments.slice(0, -1) };
  const owner = ownerOf({ ...reading, parts: above }, readings);
  return owner?.isItem && owner.isSame
    ? actDeed(owner.collection, parts.segments.length - 3, operation.name)
    : undefined;
}

function actDeed(collection: string, idAt: number, verb: string): DeedRead {
  return { kind: "act", collection, idAt, verb };
}

function itemDeed({ operation, answer }: Reading): Deed["kind"] {
  switch (operation.method) {
    case "GET":
    case "HEAD":
      return answer.kind === "list" ? "list" : answer.kind === "other" ? "make" : "retrieve";
    case "DELETE":
      return "delete";
    case "POST":
    case "PUT":
    case "PATCH":
      return "update";
    default:
      return "make";
  }
}

function staticDeed(
  reading: Reading,
  collection: string,
  readings: Readings,
  schemas: Schemas,
): DeedRead {
  const { operation, parts, answer, path } = reading;
  if (answer.kind === "list") return { kind: "list", collection };
  const owner = ownerOf(reading, readings);
  const others = readings.at(joined(parts.segments)).map((one) => one.operation.method);
  const hasList = readings.at(path).some((one) => one.answer.kind === "list");
  const hasItems = readings.at(`${path}/{}`).length > 0;
  const verb = lastWord(reading);
  if (operation.method === "GET" || operation.method === "HEAD") {
    if (answer.kind !== "object") return { kind: "make", collection };
    if (owner?.isItem === false && owner.isSame)
      return { kind: "find", collection: owner.collection, verb };
    const isHeld = answer.name !== undefined && collection !== path;
    return isHeld ? { kind: "find", collection, verb } : { kind: "read-single", collection: path };
  }
  const isOwners = owner?.isItem && owner.isSame;
  if (isOwners && !hasList && operation.method !== "DELETE") {
    return actDeed(owner.collection, parts.segments.length - 2, verb);
  }
  if (hasList || hasItems) {
    if (operation.method === "POST") return { kind: "create", collection };
    return { kind: operation.method === "PUT" ? "create" : "make", collection };
  }
  if (owner?.isItem && (owner.isSame || isVerb(reading, others))) {
    return actDeed(owner.collection, parts.segments.length - 2, verb);
  }
  if (owner?.isItem === false && owner.isSame) {
    const removes = /^(?:delete|remove)/.test(operation.name);
    return removes
      ? { kind: "find", collection: owner.collection, verb: "delete" }
      : { kind: "make", collection: owner.collection };
  }
  if (others.includes("GET") || operation.method === "PUT") {
    return {
      kind: operation.method === "DELETE" ? "delete-single" : "write-single",
      collection: path,
    };
  }
  if (operation.method === "DELETE") return { kind: "delete-single", collection: path };
  const isEntity = answer.entity !== undefined && hasId(answer.entity, schemas);
  return { kind: isEntity && operation.method === "POST" ? "create" : "make", collection };
}

interface Owner {
  readonly collection: string;
  /** Whether the path goes through one object of it: `/coupons/{coupon}/…`. */
  readonly isItem: boolean;
  /** Whether the answer is such an object. */
  readonly isSame: boolean;
}

/** The collection that the path of an action begins with. */
function ownerOf({ parts, answer }: Reading, readings: Readings): Owner | undefined {
  const above = parts.segments.slice(0, -1);
  const isItem = above.at(-1)?.includes("{}") ?? false;
  const path = joined(isItem ? above.slice(0, -1) : above);
  const members = [...readings.at(path), ...readings.at(`${path}/{}`)];
  if (members.length === 0 && !isItem) return undefined;
  const names = members.flatMap((one) => one.answer.name ?? []);
  const isSame = answer.name !== undefined && names.includes(answer.name);
  return { collection: readings.collection(path), isItem, isSame };
}

/** Tells whether a path of no other use ends in what is done: `/orders/{order}/cancel` without an answer to keep. */
function isVerb({ answer, operation, parts }: Reading, methods: readonly string[]): boolean {
  const last = parts.segments.at(-1) ?? "";
  return (
    answer.kind === "none" &&
    operation.method === "POST" &&
    methods.length === 1 &&
    !plainName(last).endsWith("s")
  );
}

function lastWord({ parts, operation }: Reading): string {
  const last = parts.segments.at(-1) ?? operation.name;
  return last === "" ? operation.name : last;
}

/** The deed in full, but for lists. */
export function completeDeed(
  read: DeedRead,
  { operation, answer }: Reading,
  entity: {
    readonly schema: Reading["answer"]["entity"];
    readonly shown: unknown;
    readonly isCreatable: boolean;
  },
  schemas: Schemas,
): Exclude<Deed, { readonly kind: "list" }> {
  switch (read.kind) {
    case "update": {
      const replaces = operation.method === "PUT";
      return { kind: "update", replaces, upserts: replaces && !entity.isCreatable };
    }
    case "act": {
      const verb = read.verb ?? operation.name;
      const moves = entity.schema ? movesOf(verb, entity.schema, entity.shown, schemas) : [];
      return { kind: "act", verb, moves, removes: false };
    }
    case "delete": {
      // Some APIs answer a deletion with the object as it is from now on: that is an end, and no disappearance.
      const isKept =
        answer.kind === "object" &&
        answer.name !== undefined &&
        entity.schema?.kind === "reference" &&
        entity.schema.schema === answer.name;
      const moves =
        isKept && entity.schema ? movesOf("cancel", entity.schema, entity.shown, schemas) : [];
      const moved = moves.some(({ path: [name] }) => name === "status" || name === "state");
      return moved ? { kind: "act", verb: "cancel", moves, removes: false } : { kind: "delete" };
    }
    case "find":
      return {
        kind: "find",
        removes: read.verb === "delete",
        mustExist: /find|search|lookup|delete|remove/i.test(operation.name),
      };
    case "list":
      return { kind: "make" };
    default:
      return { kind: read.kind };
  }
}
