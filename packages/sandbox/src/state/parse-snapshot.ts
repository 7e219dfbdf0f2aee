import { isObject, member } from "../json.ts";
import type { Failure, Remembered, Snapshot, Stored } from "./store.ts";

/**
 * Reads a snapshot that somebody sent.
 *
 * @throws {TypeError} for what is none.
 */
export function parseSnapshot(value: unknown): Snapshot {
  const objects = member(value, "objects");
  const counters = member(value, "counters");
  const answers = member(value, "answers") ?? {};
  if (
    member(value, "version") !== 1 ||
    !Array.isArray(objects) ||
    !isObject(counters) ||
    !isObject(answers)
  ) {
    throw new TypeError(
      "This is no snapshot of a sandbox: it has no version, objects and counters.",
    );
  }
  return {
    version: 1,
    objects: objects.map(parseStored),
    counters: Object.fromEntries(
      Object.entries(counters).map(([name, count]) => [name, wholeNumber(count, name)]),
    ),
    answers: Object.fromEntries(
      Object.entries(answers).map(([key, answer]) => [key, parseAnswer(answer)]),
    ),
  };
}

function parseStored(value: unknown, index: number): Stored {
  const collection = member(value, "collection");
  const id = member(value, "id");
  const parents = member(value, "parents");
  const object = member(value, "value");
  const areParents =
    parents === null || (Array.isArray(parents) && parents.every((one) => typeof one === "string"));
  if (
    typeof collection !== "string" ||
    typeof id !== "string" ||
    !areParents ||
    !isObject(object)
  ) {
    throw new TypeError(`Object ${index} of the snapshot is none.`);
  }
  return {
    collection,
    id,
    parents: parents === null ? null : parents.map(String),
    sequence: wholeNumber(member(value, "sequence"), "sequence"),
    isDeleted: member(value, "isDeleted") === true,
    value: object,
  };
}

function parseAnswer(value: unknown): Remembered {
  const request = member(value, "request");
  const body = member(value, "body");
  if (typeof request !== "string" || typeof body !== "string")
    throw new TypeError("An answer of the snapshot is none.");
  if (body !== "") JSON.parse(body);
  const at = wholeNumber(member(value, "at"), "at");
  const failure = member(value, "failure");
  return { request, at, body, ...(failure !== undefined && { failure: parseFailure(failure) }) };
}

function parseFailure(value: unknown): Failure {
  const [status, message] = [member(value, "status"), member(value, "message")];
  const isError =
    typeof status === "number" && Number.isInteger(status) && status >= 400 && status <= 599;
  if (!isError || typeof message !== "string")
    throw new TypeError("A failure of the snapshot is none.");
  const [code, param] = [member(value, "code"), member(value, "param")];
  return {
    status,
    message,
    ...(typeof code === "string" && { code }),
    ...(typeof param === "string" && { param }),
  };
}

function wholeNumber(value: unknown, name: string): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new TypeError(`"${name}" of the snapshot is no whole number.`);
}
