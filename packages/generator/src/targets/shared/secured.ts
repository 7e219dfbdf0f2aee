import type {
  ApiModel,
  Operation,
  Resource,
  SecurityRequirement,
  SecurityScheme,
} from "../../model/api-model.ts";

/** The alternatives of an operation that can be proved: schemes of a kind that is not supported are in none. */
export function provable(
  { security }: Operation,
  schemes: readonly SecurityScheme[],
): readonly SecurityRequirement[] {
  const known = new Set(schemes.map(({ id }) => id));
  return security.filter((alternative) => alternative.schemes.every(({ id }) => known.has(id)));
}

/** Whether an operation of the resource asks who calls. */
export function asksForCredentials(
  { operations }: Resource,
  schemes: readonly SecurityScheme[],
): boolean {
  return operations.some((operation) =>
    provable(operation, schemes).some((alternative) => alternative.schemes.length > 0),
  );
}

/** Whether any operation of the API does. */
export function isSecured({ resources, securitySchemes }: ApiModel): boolean {
  return resources.some((resource) => asksForCredentials(resource, securitySchemes));
}

/** Whether anybody's handlers ask who calls: those of the API, or of its callbacks. */
export function hasPrincipals(model: ApiModel): boolean {
  const { callbacks, securitySchemes } = model;
  return (
    isSecured(model) || callbacks.some((resource) => asksForCredentials(resource, securitySchemes))
  );
}
