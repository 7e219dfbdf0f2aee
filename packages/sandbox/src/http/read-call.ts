import { type Issue } from "@specwright/runtime/validate";
import { type Incoming, ProblemError } from "@specwright/runtime/server";
import { isObject, member, objectOf } from "../json.ts";
import type { Call } from "../behave/world.ts";
import type { OperationPlan } from "../plan/api-plan.ts";
import type { Schemas } from "../schema/schemas.ts";
import { reference } from "./descriptor.ts";

/** The input of a handler as a call: ids from the path, the object out of its wrapper. */
export function readCall(plan: OperationPlan, input: unknown, incoming: Incoming): Call {
  const params = jsonOf(member(input, "params"));
  const values = isObject(params) ? params : {};
  const body = member(values, "body");
  const isWhole = plan.operation.requestBody?.content.some(({ from }) => from === "body") ?? false;
  const whole = isWhole ? (isObject(body) ? body : {}) : values;
  const wrapped = plan.requestWrapper === undefined ? whole : member(whole, plan.requestWrapper);
  const text = (key: string): string => String(member(input, key) ?? "");
  return {
    plan,
    id: plan.idKey === undefined ? undefined : text(plan.idKey),
    parents: plan.parents.map(({ key }) => text(key)),
    params: values,
    given: isObject(wrapped) ? wrapped : {},
    path: incoming.path,
    ...(tellsAddresses(plan) && { url: incoming.request.url }),
  };
}

function tellsAddresses({ deed }: OperationPlan): boolean {
  return deed.kind === "list" && deed.list.address !== undefined;
}

/** Values as JSON has them: of a file, its name is left. */
function jsonOf(value: unknown): unknown {
  if (value instanceof Blob) return value instanceof File ? value.name : undefined;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(jsonOf);
  return isObject(value)
    ? objectOf(Object.entries(value).map(([key, part]) => [key, jsonOf(part)]))
    : value;
}

const CODES: Readonly<Record<string, string>> = {
  additionalProperties: "parameter_unknown",
  required: "parameter_missing",
};

/** Makes the check of an input, which throws a {@link ProblemError} 400 for params that are not what their schema says. */
export function paramsCheck(
  { operation: { params } }: OperationPlan,
  schemas: Schemas,
): (input: unknown) => void {
  if (!params) return () => undefined;
  const schema = reference(params.schema);
  return (input) => {
    const values = member(input, "params");
    if (values === undefined || schemas.is(values, schema)) return;
    throw new ProblemError(invalid(schemas.validator(schema, params.schema).issues(values)));
  };
}

function invalid(issues: readonly Issue[]): ConstructorParameters<typeof ProblemError>[0] {
  const [first] = issues;
  const [name = "", ...inner] = first?.path ?? [];
  const param = `${name}${inner.map((key) => `[${key}]`).join("")}`;
  const code = CODES[first?.keyword ?? ""] ?? "parameter_invalid";
  const message = `${param === "" ? "" : `${param}: `}${first?.message ?? "is not valid"}.`;
  return { status: 400, message, code, issues, ...(param !== "" && { param }) };
}
