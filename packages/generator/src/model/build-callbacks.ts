import { camelCase, pascalCase } from "../naming/casing.ts";
import { nounCandidates, operationNouns } from "../naming/nouns.ts";
import { OperationIds } from "../naming/operation-ids.ts";
import type { Node } from "../resolve/spec-document.ts";
import type { Operation, OperationId, ResourceId, SecurityScheme } from "./api-model.ts";
import { buildOperation } from "./build-operation.ts";
import type { ModelContext } from "./context.ts";
import { type MethodNode, operationsIn } from "./path-item.ts";
import { entries, expectObject, keys, member } from "./read.ts";

/** An operation whose Callback Objects are looked at. */
export interface CallbackHolder {
  readonly id: OperationId;
  readonly node: Node;
}

/** An Operation Object of a Callback Object. */
interface Found extends MethodNode {
  readonly holder: OperationId;
  readonly name: string;
  /** Runtime expression: the URL that is called. */
  readonly expression: string;
  readonly entry: Node;
  /** Whether its name stands for others, too. */
  readonly sharesName: boolean;
}

/**
 * What the API calls back on account of operations, those of callbacks among them, each once, however many operations
 * refer to it. They are operations of a resource of their own, `orders.callbacks`, whose `path` is the expression that gives
 * the URL. OpenAPI 3.1, section 4.8.18 (Callback Object).
 *
 * @param taken Resources that there are; none of them is joined.
 */
export function buildCallbacks(
  holders: readonly CallbackHolder[],
  taken: ReadonlySet<ResourceId>,
  securitySchemes: readonly SecurityScheme[],
  context: ModelContext,
): Operation[] {
  const ids = new OperationIds();
  const seen = new Set<string>();
  const callbacks: Operation[] = [];
  const waiting = [...holders];
  for (let holder = waiting.shift(); holder; holder = waiting.shift()) {
    for (const found of callbacksOf(holder, context)) {
      const { file, pointer } = found.node.at;
      if (seen.has(`${file}#${pointer}`)) continue;
      seen.add(`${file}#${pointer}`);
      const id = ids.claim(idsFor(found, taken));
      waiting.push({ id, node: found.node });
      callbacks.push(buildCallback(found, id, securitySchemes, context));
    }
  }
  return callbacks;
}

function callbacksOf({ id, node }: CallbackHolder, context: ModelContext): Found[] {
  if (!member(node, "callbacks")) return [];
  return entries(node, "callbacks", context).flatMap(([name, reference]) => {
    const target = name.startsWith("x-") ? undefined : context.document.follow(reference);
    const callback = target && expectObject(target, context);
    if (!callback) return [];
    const found = keys(callback).flatMap((expression) => {
      const entry = expression.startsWith("x-") ? undefined : member(callback, expression);
      const operations = entry ? operationsIn(entry, context) : [];
      return operations.map((one) => ({ ...one, expression, entry: one.pathItem }));
    });
    return found.map((one) => ({ ...one, holder: id, name, sharesName: found.length > 1 }));
  });
}

/** Ids that a callback may have, the best one first. */
function* idsFor(found: Found, taken: ReadonlySet<ResourceId>): Generator<OperationId> {
  const { holder, name, method, expression, sharesName } = found;
  const { resource, name: verb } = operationNouns(holder);
  const resources = ["callbacks", "apiCallbacks", "receivedCallbacks"]
    .map((word) => (resource === "" ? word : `${resource}.${word}`))
    .filter((id) => !taken.has(id));
  const word = camelCase(name.slice(0, LONGEST_NAME)) || "call";
  const told = sharesName ? method.toLowerCase() + pascalCase(word) : word;
  const words = [told, `${verb}${pascalCase(told)}`];
  const longer = pascalCase(expression.slice(0, LONGEST_NAME));
  for (const own of resources) {
    for (const one of words) yield `${own}.${one}`;
    yield `${own}.${told}${longer}`;
    yield `${own}.${verb}${pascalCase(told)}${longer}`;
  }
}

/** A name says what it is within so many characters. */
const LONGEST_NAME = 60;

function buildCallback(
  { node, pathItem, entry, method, expression }: Found,
  id: OperationId,
  securitySchemes: readonly SecurityScheme[],
  context: ModelContext,
): Operation {
  const [nouns] = nounCandidates(id);
  const path = expression.replace(/\{\$[^{}]*\}/g, "");
  const source = { id, nouns, node, pathItem, pathEntry: entry, path, method };
  // What the document asks of its own callers says nothing of those that it calls.
  const build = (): Operation => buildOperation(source, securitySchemes, node, context);
  const { pagination: _, ...operation } = context.schemas.ownedBy(nouns.resource, build);
  // The path is the receiver's own.
  const parameters = operation.parameters.filter((parameter) => parameter.in !== "path");
  return { ...operation, path: expression, parameters };
}
